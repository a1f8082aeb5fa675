import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../main.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export interface Demo {
  /** http://127.0.0.1:49152 */
  url: string;
  adminKey: string;
  stop(): Promise<void>;
}

/**
 * The real program on simulated weather, with some weeks of history.
 * @param kept its data directory, which stays; one of its own, removed at the stop, when absent
 * @param settings beyond those that every demo here has
 */
export async function startDemo(
  kept?: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Demo> {
  const folder = kept ?? (await mkdtemp(path.join(os.tmpdir(), 'dash-')));
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'warn',
    ...settings,
  };
  const child = spawn(process.execPath, ['--import', TSX, PROGRAM], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = once(child, 'close');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = await spoken(
      () => /GraphQL\s+(http\S+)\/graphql/.exec(said)?.[1],
      () => child.exitCode,
      () => said,
    );
    const adminKey = (await readFile(path.join(folder, 'demo', 'admin-key'), 'utf8')).trim();
    await untilHistory(url, adminKey);
    return { url, adminKey, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What the program says of itself, once it does. */
async function spoken(
  find: () => string | undefined,
  exitCode: () => number | null,
  log: () => string,
): Promise<string> {
  for (;;) {
    const found = find();
    if (found) return found;
    if (exitCode() !== null) throw new Error(`The program ended with code ${exitCode()}: ${log()}`);
    await sleep(100);
  }
}

const FILL = `{
  runs(filter: { job: BACKFILL, status: FAILED }, first: 1) { nodes { error } }
  city(id: "5128581") { latestObservation { observedAt } dailySummaries(past: "P30D") { nodes { date } } }
}`;

interface Fill {
  runs: { nodes: { error: string | null }[] };
  city: { dailySummaries: { nodes: unknown[] } } | null;
}

/** Waits for the first fill: three weeks of days of New York. @throws Error when the fill failed */
async function untilHistory(url: string, key: string): Promise<void> {
  for (;;) {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query: FILL }),
    });
    const { data } = (await response.json()) as { data?: Fill };
    if ((data?.city?.dailySummaries.nodes.length ?? 0) >= 21) return;
    const [failed] = data?.runs.nodes ?? [];
    if (failed) throw new Error(`The demo has no history: ${failed.error ?? 'its backfill failed'}`);
    await sleep(500);
  }
}
