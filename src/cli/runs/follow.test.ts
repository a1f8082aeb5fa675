import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi, type MockInstance } from 'vitest';
import { loadConfig } from '../../config/load.js';
import { JOB_LIMITS, openPool } from '../../database/pool.js';
import { cancelRun, requestRun } from '../../database/run-requests.js';
import { Worker, type JobHandlers } from '../../jobs/worker.js';
import { createLogger } from '../../logger.js';
import { testDatabase, type TestDatabase } from '../../testing/database.js';
import { InterruptedError } from '../exit-codes.js';
import type { Session } from '../session.js';
import { seeThrough } from './follow.js';
import { describeRun } from './run-row.js';

const logger = createLogger('silent');
const REQUEST = { job: 'TRANSFORM', trigger: 'CLI', requestedBy: 'cli' } as const;

let database: TestDatabase;
let pool: Pool;
let programs: Worker[] = [];
let interrupt: AbortController;
let stderr: MockInstance<typeof process.stderr.write>;

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.url, JOB_LIMITS, logger);
});
beforeEach(() => {
  interrupt = new AbortController();
  stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(programs.map((program) => program.stop(1_000)));
  programs = [];
  await pool.query('TRUNCATE runs');
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

function session(isAlone: boolean): Session {
  const config = loadConfig({ WEATHER_SOURCE: 'demo' });
  return { config, logger, pool, url: database.url, isAlone, json: false, interrupt: interrupt.signal };
}

/** A program's worker, as another process has it. */
function program(handlers: JobHandlers): void {
  const worker = new Worker({ pool, logger, handlers, pollInterval: 50 });
  programs.push(worker);
  worker.start();
}

async function ownersOf(id: string): Promise<{ status: string; owner: string | null; attempt: number }> {
  const { rows } = await pool.query<{ status: string; owner: string | null; attempt: number }>(
    'SELECT status, owner, attempt FROM runs WHERE id = $1',
    [id],
  );
  return rows[0] ?? { status: 'GONE', owner: null, attempt: 0 };
}

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

test('a program’s worker does the run, and the command tells how it ended', async () => {
  const id = await requestRun(pool, REQUEST);
  program({
    TRANSFORM: (run) => {
      run.count({ hoursSummarised: 1_234, daysSummarised: 2 });
      return Promise.resolve({ status: 'PARTIAL', error: 'Half of it.' });
    },
  });
  const { run, followed } = await seeThrough(session(false), id);
  expect(followed).toEqual([]);
  expect(run.status).toBe('PARTIAL');
  expect(describeRun(run).join('\n')).toMatch(
    /^run \d+ TRANSFORM PARTIAL in \d+ m?s: 1,234 hours summarised, 2 days summarised\n {2}Half of it\.$/,
  );
});

test('where no program runs the command does the run, and what follows from it, but no other', async () => {
  const older = await requestRun(pool, REQUEST);
  const other = await requestRun(pool, { ...REQUEST, job: 'REPLAY' });
  const id = await requestRun(pool, REQUEST);
  const { run, followed } = await seeThrough(session(true), id);
  expect(run.status).toBe('SUCCEEDED');
  expect(followed.map(({ job, status }) => `${job} ${status}`)).toEqual(['CHECK SUCCEEDED']);
  expect((await ownersOf(older)).status).toBe('REQUESTED');
  expect((await ownersOf(other)).status).toBe('REQUESTED');
});

test('a run whose owner died is taken over by the command', async () => {
  const id = await requestRun(pool, REQUEST);
  await pool.query(
    `UPDATE runs SET status = 'RUNNING', owner = 'dead', attempt = 1, lease_until = now() - interval '1 second'`,
  );
  expect((await seeThrough(session(true), id)).run.status).toBe('SUCCEEDED');
  expect((await ownersOf(id)).attempt).toBe(2);
});

test('Ctrl-C leaves a run to the program that works on it', async () => {
  const id = await requestRun(pool, REQUEST);
  let begun: () => void = () => undefined;
  const working = new Promise<void>((resolve) => (begun = resolve));
  program({
    TRANSFORM: (run) => {
      begun();
      return untilAborted(run.signal);
    },
  });
  const seen = seeThrough(session(false), id);
  await working;
  interrupt.abort();
  await expect(seen).rejects.toThrow(InterruptedError);
  await expect(seen).rejects.toThrow(/goes on, at .*: "follow \d+" shows it/);
  expect((await ownersOf(id)).status).toBe('RUNNING');
});

test('waits for a run of the same job that works elsewhere, and says for which', async () => {
  const before = await requestRun(pool, REQUEST);
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => (finish = resolve));
  program({ TRANSFORM: () => finished.then(() => ({ status: 'SUCCEEDED' as const })) });
  await vi.waitFor(async () => expect((await ownersOf(before)).status).toBe('RUNNING'));
  const id = await requestRun(pool, REQUEST);
  const seen = seeThrough(session(true), id);
  await vi.waitFor(() =>
    expect(stderr).toHaveBeenCalledWith(
      `Run ${id} waits for run ${before}: one TRANSFORM works at a time.\n`,
    ),
  );
  finish();
  expect((await seen).run.status).toBe('SUCCEEDED');
});

test('a cancelled run ends for everybody', async () => {
  const id = await requestRun(pool, REQUEST);
  program({ TRANSFORM: (run) => untilAborted(run.signal) });
  await vi.waitFor(async () => expect((await ownersOf(id)).status).toBe('RUNNING'));
  const seen = seeThrough(session(false), id);
  expect(await cancelRun(pool, id, 'a test')).toBe(true);
  expect(await cancelRun(pool, id, 'a test')).toBe(false);
  expect((await seen).run).toMatchObject({ status: 'CANCELLED', error: 'Cancelled by a test.' });
});
