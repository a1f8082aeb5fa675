import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

/** Secrets of these programs: they must be nowhere but where they are needed. */
export const CANARY_KEY = 'canary-1f6d2b0c9a47';
export const CANARY_ADMIN = 'canary-admin-83b1e6f05d';

export interface Surroundings {
  /** Path of the compiled main.js; see programSnapshot. */
  main: string;
  databaseUrl: string;
  upstreamUrl: string;
  /** Settings that differ from these. */
  settings?: Record<string, string>;
}

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

interface Answer {
  status: number;
  body: {
    data?: { city?: { name: string }; refreshWeather?: { run: { id: string } } } | null;
    errors?: { extensions: { code: string } }[];
  };
}

/** Those that run: they go with us, whatever ends us. */
const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** The real program as a process of its own. */
export class Program {
  readonly ended: Promise<Ending>;
  readonly #child: ChildProcess;
  #log = '';

  constructor({ main, databaseUrl, upstreamUrl, settings = {} }: Surroundings) {
    const env = {
      DATABASE_URL: databaseUrl,
      WEATHER_SOURCE: 'openweathermap',
      OPENWEATHERMAP_URL: upstreamUrl,
      OPEN_METEO_URL: upstreamUrl,
      OPEN_METEO_ARCHIVE_URL: upstreamUrl,
      OPENWEATHERMAP_API_KEY: CANARY_KEY,
      ADMIN_KEY: CANARY_ADMIN,
      CALLS_PER_MINUTE: '1000000',
      // Cities are asked for when a test says so, and on the first start.
      FETCH_INTERVAL_MINUTES: '1440',
      LEASE_SECONDS: '2',
      DRAIN_SECONDS: '0',
      PORT: '0',
      ...settings,
    };
    this.#child = spawn(process.execPath, [main], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    running.add(this.#child);
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#log += chunk.toString()));
    // "close" comes when all that it said has been read.
    this.ended = new Promise((resolve) => {
      this.#child.once('close', (code, signal) => {
        running.delete(this.#child);
        resolve({ code, signal });
      });
    });
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('The program did not start');
    return this.#child.pid;
  }

  /** All that it said. */
  get log(): string {
    return this.#log;
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Where it listens, once it does. */
  async url(): Promise<string> {
    for (;;) {
      const url = /"url":"([^"]+)"/.exec(this.#log)?.[1];
      if (url !== undefined) return url;
      if (!this.isRunning) throw new Error(`The program ended: ${this.#log}`);
      await sleep(25);
    }
  }

  /** The status of a path, or 0 where nobody answers. */
  async status(path: string): Promise<number> {
    try {
      return (await fetch(`${await this.url()}${path}`)).status;
    } catch {
      return 0;
    }
  }

  /** Waits until it says that it is ready. */
  async ready(): Promise<this> {
    while ((await this.status('/readyz')) !== 200) {
      if (!this.isRunning) throw new Error(`The program ended: ${this.#log}`);
      await sleep(50);
    }
    return this;
  }

  async ask(query: string): Promise<Answer> {
    const response = await fetch(`${await this.url()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${CANARY_ADMIN}` },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, body: (await response.json()) as Answer['body'] };
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it without a chance to clean up. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended;
  }

  /** Asks it to stop. @returns how it ended, and after how many seconds */
  async stop(): Promise<Ending & { seconds: number }> {
    const begun = performance.now();
    if (this.isRunning) this.signal('SIGTERM');
    const ending = await this.ended;
    return { ...ending, seconds: (performance.now() - begun) / 1000 };
  }
}
