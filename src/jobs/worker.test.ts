import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { LostLeaseError } from '../database/fence.js';
import { API_LIMITS, openPool } from '../database/pool.js';
import { requestRefresh, requestRun } from '../database/run-requests.js';
import { transaction } from '../database/transaction.js';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import type { ActiveRun } from './active-run.js';
import type { Lease } from './lease.js';
import { Worker, type JobHandlers } from './worker.js';

const LEASE: Lease = { length: 900, beat: 100, maxDeaths: 3 };
const request = { job: 'LOAD', trigger: 'CLI', requestedBy: 'test' } as const;

let pool: Pool;
let database: TestDatabase;
let workers: Worker[] = [];

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.url, API_LIMITS, createLogger('silent'));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop(2_000)));
  workers = [];
  await pool.query('TRUNCATE runs');
});

function worker(handlers: JobHandlers): Worker {
  const made = new Worker({ pool, handlers, logger: createLogger('silent'), lease: LEASE, pollInterval: 50 });
  workers.push(made);
  return made;
}

async function statusOf(id: string): Promise<{ status: string; attempt: number; error: string | null }> {
  const { rows } = await pool.query<{ status: string; attempt: number; error: string | null }>(
    'SELECT status, attempt, error FROM runs WHERE id = $1',
    [id],
  );
  return rows[0] ?? { status: 'GONE', attempt: 0, error: null };
}

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !(await condition()); tries += 1) await sleep(25);
}

describe('Worker', () => {
  test('does each run exactly once with three workers on the queue, one of a job at a time', async () => {
    const seen: string[] = [];
    let together = 0;
    let most = 0;
    const handlers: JobHandlers = {
      LOAD: async (run) => {
        most = Math.max(most, (together += 1));
        seen.push(run.row.id);
        await sleep(5);
        together -= 1;
        return { status: 'SUCCEEDED' };
      },
    };
    const asked = await Promise.all(Array.from({ length: 20 }, () => requestRun(pool, request)));
    for (let i = 0; i < 3; i += 1) worker(handlers).start();
    await until(() => seen.length >= 20);
    await Promise.all(workers.map((one) => one.idle()));
    expect([...seen].sort()).toEqual([...asked].sort());
    expect(most).toBe(1);
    expect(await Promise.all(asked.map(async (id) => (await statusOf(id)).status))).toEqual(
      asked.map(() => 'SUCCEEDED'),
    );
  });

  test('makes one run of a hundred requests to refresh', async () => {
    const ids = await Promise.all(
      Array.from({ length: 100 }, () => requestRefresh(pool, { requestedBy: 'test', cityIds: null })),
    );
    expect(new Set(ids).size).toBe(1);
  });

  test('takes over the run of an owner that died before its first sign of life', async () => {
    const id = await requestRun(pool, request);
    await pool.query(
      `UPDATE runs SET status = 'RUNNING', owner = 'dead', attempt = 1, lease_until = now() - interval '1 second'`,
    );
    worker({ LOAD: () => Promise.resolve({ status: 'SUCCEEDED' }) }).start();
    await until(async () => (await statusOf(id)).status === 'SUCCEEDED');
    expect(await statusOf(id)).toEqual({ status: 'SUCCEEDED', attempt: 2, error: null });
  });

  test('gives up a run that killed as many owners as are allowed', async () => {
    const id = await requestRun(pool, request);
    await pool.query(
      `UPDATE runs SET status = 'RUNNING', owner = 'dead', deaths = 2, lease_until = now() - interval '1 second'`,
    );
    worker({}).start();
    await until(async () => (await statusOf(id)).status === 'ABANDONED');
    expect((await statusOf(id)).error).toContain('Given up after 3 processes');
  });

  test('refuses the late write of an owner that was overtaken while frozen', async () => {
    let frozen: ActiveRun | undefined;
    const id = await requestRun(pool, request);
    const owner = worker({
      LOAD: async (run) => {
        frozen = run;
        // No more signs of life: what a stopped process looks like from outside.
        run.stopBeating();
        await until(async () => (await statusOf(id)).attempt === 2);
        await transaction(pool, run.fence);
        return { status: 'SUCCEEDED' };
      },
    });
    owner.start();
    await until(() => frozen !== undefined);
    worker({ LOAD: () => sleep(300).then(() => ({ status: 'SUCCEEDED' as const })) }).start();
    await until(async () => (await statusOf(id)).status === 'SUCCEEDED');
    expect(await statusOf(id)).toMatchObject({ status: 'SUCCEEDED', attempt: 2 });
    await expect(frozen && transaction(pool, frozen.fence)).rejects.toThrow(LostLeaseError);
  });

  test('stops a run that was cancelled at its next beat', async () => {
    const reasons: unknown[] = [];
    const id = await requestRun(pool, request);
    worker({
      LOAD: async (run) => {
        await until(() => run.signal.aborted);
        reasons.push(run.signal.reason);
        run.signal.throwIfAborted();
        return { status: 'SUCCEEDED' };
      },
    }).start();
    await until(async () => (await statusOf(id)).status === 'RUNNING');
    await pool.query(`UPDATE runs SET status = 'CANCELLED' WHERE id = $1`, [id]);
    await until(() => reasons.length > 0);
    expect(reasons[0]).toBeInstanceOf(LostLeaseError);
    expect((await statusOf(id)).status).toBe('CANCELLED');
  });

  test('gives a run back when its process stops, with its progress', async () => {
    const id = await requestRun(pool, request);
    const stopping = worker({
      LOAD: async (run) => {
        run.progress(7, 10);
        await until(() => run.signal.aborted);
        run.signal.throwIfAborted();
        return { status: 'SUCCEEDED' };
      },
    });
    stopping.start();
    await until(async () => (await statusOf(id)).status === 'RUNNING');
    await stopping.stop(5_000);
    const { rows } = await pool.query('SELECT status, progress_done FROM runs WHERE id = $1', [id]);
    expect(rows[0]).toEqual({ status: 'REQUESTED', progress_done: 7 });
  });

  test('marks a run FAILED with a sentence and without credentials when its handler throws', async () => {
    const id = await requestRun(pool, request);
    worker({
      LOAD: () => Promise.reject(new Error('cannot reach postgresql://weather:secret@db/weather')),
    }).start();
    await until(async () => (await statusOf(id)).status === 'FAILED');
    expect((await statusOf(id)).error).toBe('cannot reach postgresql://***@db/weather');
  });
});
