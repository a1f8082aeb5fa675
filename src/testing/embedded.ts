import { execFile, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { z } from 'zod';
import { wayToReach } from '../database/embedded/account.js';
import { startEmbedded } from '../database/embedded/index.js';
import { launch, serverEnvironment, type Account } from '../database/embedded/launcher.js';
import { clusterName } from '../database/embedded/leftover.js';
import { findProcesses } from '../database/embedded/processes.js';
import { createLogger } from '../logger.js';

export const quiet = createLogger('silent');

/** A new temporary directory that other users may enter. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await realpath(await mkdtemp(path.join(os.tmpdir(), 'weather-embedded-')));
  await chmod(directory, 0o755);
  return directory;
}

/** Makes one data directory and copies it as often as needed: copying is quicker than preparing. */
export async function dataDirectoryCopier(root: string): Promise<(name: string) => Promise<string>> {
  const original = path.join(root, 'original');
  const database = await startEmbedded({ dataDir: original, logger: quiet, durable: false });
  await database.stop();
  return async (name) => {
    const copy = path.join(root, name);
    // Several times quicker than Node's own.
    await promisify(execFile)('cp', ['-R', original, copy]);
    return copy;
  };
}

/** Every process that has to do with a data directory's database: server, sessions, watchdog. */
export function processesOf(dataDir: string): Promise<number[]> {
  const name = clusterName(path.join(dataDir, 'postgres'));
  return findProcesses((command) => command.includes(name));
}

/** The pid of the running server itself. */
export async function serverPid(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

const Event = z.object({
  url: z.string().optional(),
  error: z.string().optional(),
  stoppedBy: z.string().optional(),
  stillAnswered: z.boolean().optional(),
});

/** Another process that owns, or tries to own, an embedded database. */
export interface Owner {
  process: ChildProcess;
  /** The next thing it says. */
  next(): Promise<z.infer<typeof Event>>;
  /** Ends it without a chance to clean up, and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * Starts src/testing/embedded-owner.ts as a process, leader of its own group.
 * @param account for root only: another user to run it as
 */
export async function spawnOwner(dataDir: string, account?: Account): Promise<Owner> {
  const program = fileURLToPath(new URL('./embedded-owner.ts', import.meta.url));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const way = await wayToReach(
    account,
    path.dirname(program),
    process.execPath,
    serverEnvironment(undefined),
  );
  const child = launch(
    way,
    process.execPath,
    ['--import', tsx, program, dataDir],
    ['ignore', 'pipe', 'inherit'],
  );
  const exited = once(child, 'exit');
  if (child.stdout === null) throw new Error('The owner has no standard output');
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    process: child,
    next: async () => Event.parse(JSON.parse(String((await lines.next()).value))),
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Waits until something holds; the test's own time limit ends it otherwise. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await sleep(20);
}
