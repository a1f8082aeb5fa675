/**
 * Starts the program as a newcomer would, from nothing, waits until it has weather, asks it, stops it with
 * Ctrl-C and makes sure that no process is left. Usage: npm run smoke
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PORT = 4199;
const URL = `http://127.0.0.1:${PORT}`;
/** The promise of the README: weather within a minute of the install's end. */
const PATIENCE_S = 60;

const QUERY = `{
  city(id: "5128581") {
    name
    latestObservation { observedAt airTemperature source { source } }
    dailySummaries(past: "P7D") { nodes { date airTemperature { min mean max } coverage { ratio } } }
    movingAverages(windowHours: 24) { nodes { hour airTemperature coverage } }
  }
  warehouse { demo trackedCities }
}`;

interface Answer {
  data?: {
    city: {
      name: string;
      latestObservation: { airTemperature: number } | null;
      dailySummaries: { nodes: unknown[] };
      movingAverages: { nodes: unknown[] };
    };
  };
  errors?: unknown[];
}

async function ask(): Promise<Answer | null> {
  try {
    const response = await fetch(`${URL}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    });
    // 503 until the database is ready.
    return response.status === 503 ? null : ((await response.json()) as Answer);
  } catch {
    return null;
  }
}

function hasWeather(answer: Answer | null): boolean {
  const city = answer?.data?.city;
  if (!city?.latestObservation) return false;
  return city.dailySummaries.nodes.length >= 7 && city.movingAverages.nodes.length > 0;
}

async function untilWeather(program: ChildProcess): Promise<number> {
  const begun = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer?.errors) throw new Error(`The API answered with errors: ${JSON.stringify(answer.errors)}`);
    if (hasWeather(answer)) return (Date.now() - begun) / 1000;
    if (program.exitCode !== null) throw new Error(`The program ended with code ${program.exitCode}`);
    if (Date.now() - begun > PATIENCE_S * 1000) throw new Error(`No weather within ${PATIENCE_S} s`);
    await sleep(250);
  }
}

/** Processes whose command line names the data directory: the embedded server is one while it runs. */
function leftovers(folder: string): string[] {
  if (process.platform !== 'linux') return [];
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid));
  return pids.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  });
}

function start(dataDir: string): ChildProcess {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(PORT), LOG_LEVEL: 'warn' };
  const program = spawn('npm', ['start'], { env, stdio: 'inherit', detached: true });
  program.on('error', (error) => process.stderr.write(`${error.message}\n`));
  return program;
}

/** Ctrl-C: the signal reaches the whole group, npm and its shell, too. */
async function stop(program: ChildProcess): Promise<void> {
  const ended = program.exitCode === null ? once(program, 'exit') : Promise.resolve();
  if (program.pid !== undefined) process.kill(-program.pid, 'SIGINT');
  await ended;
}

const folder = await mkdtemp(path.join(tmpdir(), 'weather smoke '));
try {
  for (const round of ['first start', 'second start']) {
    const program = start(path.join(folder, 'data'));
    try {
      process.stdout.write(`Weather after ${(await untilWeather(program)).toFixed(1)} s\n`);
    } finally {
      await stop(program);
    }
    for (let tries = 0; leftovers(folder).length > 0 && tries < 40; tries += 1) await sleep(250);
    if (leftovers(folder).length > 0) throw new Error(`Processes are left: ${leftovers(folder).join(', ')}`);
    process.stdout.write(`The ${round} left no process behind\n`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
