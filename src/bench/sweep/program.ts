import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningProgram {
  pid: number;
  stop(): Promise<void>;
}

export interface ProgramOptions {
  databaseUrl: string;
  /** For its generated key. */
  directory: string;
  cities: number;
  /** Undefined: the simulator within. */
  upstreamUrl: string | undefined;
}

/** Starts what `npm start` starts, asking for every city each minute, and waits until it listens and has followed them. */
export async function startProgram(options: ProgramOptions): Promise<RunningProgram> {
  const child = spawn(process.execPath, ['--enable-source-maps', path.resolve('dist/main.js')], {
    env: settings(options),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const ready = new Promise<void>((resolve, reject) => {
    const said: string[] = [];
    createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      // The banner comes last.
      if (/^ +Admin key/.test(line)) resolve();
    });
    child.once('exit', () => reject(new Error(`The program ended:\n${said.join('\n')}`)));
  });
  await ready;
  if (child.pid === undefined) throw new Error('The program has no process');
  return {
    pid: child.pid,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function settings({ databaseUrl, directory, cities, upstreamUrl }: ProgramOptions): NodeJS.ProcessEnv {
  const source = upstreamUrl
    ? {
        WEATHER_SOURCE: 'openweathermap',
        OPENWEATHERMAP_URL: upstreamUrl,
        OPENWEATHERMAP_API_KEY: 'the-simulator-takes-any-key',
      }
    : { WEATHER_SOURCE: 'demo' };
  return {
    DATABASE_URL: databaseUrl,
    DATA_DIR: directory,
    TRACK: `US:${cities}`,
    FETCH_INTERVAL_MINUTES: '1',
    CALLS_PER_MINUTE: '1000000',
    CALLS_PER_MONTH: '1000000000',
    PORT: '0',
    ...source,
  };
}
