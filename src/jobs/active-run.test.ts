import type { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { LostLeaseError } from '../database/fence.js';
import { JOB_LIMITS, openPool } from '../database/pool.js';
import { requestRun } from '../database/run-requests.js';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { ActiveRun, type ClaimedRun } from './active-run.js';
import { claim } from './claim.js';
import { leaseOf } from './lease.js';

const logger = createLogger('silent');
const LEASE = leaseOf(5_000);

let pool: Pool;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.url, JOB_LIMITS, logger);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

test('an owner whose signs of life get no answer stops by itself before its lease is over', async () => {
  await requestRun(pool, { job: 'LOAD', trigger: 'CLI', requestedBy: 'test' });
  const row = await claim(pool, 'LOAD', 'test', LEASE);
  if (!row) throw new Error('no run to take');
  const run = new ActiveRun(row, pool, LEASE, logger);
  const stopped = new Promise<unknown>((resolve) => {
    run.signal.addEventListener('abort', () => resolve(run.signal.reason));
  });
  // Whoever holds its row keeps every heartbeat waiting, as a frozen server would.
  const holder = await pool.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM runs WHERE id = $1 FOR UPDATE', [row.id]);
  run.start();
  expect(await stopped).toBeInstanceOf(LostLeaseError);
  const { rows } = await pool.query('SELECT lease_until > clock_timestamp() AS ours FROM runs');
  expect(rows).toEqual([{ ours: true }]);
  await holder.query('ROLLBACK');
  holder.release();
});

afterEach(() => vi.useRealTimers());

test('a long run says in the log how far it is, now and then; a short one does not', () => {
  vi.useFakeTimers();
  const lines: string[] = [];
  const listening = createLogger('info', { write: (line: string) => void lines.push(line) });
  const row: ClaimedRun = {
    id: '7',
    job: 'BACKFILL',
    attempt: 1,
    trigger: 'CLI',
    parameters: {},
    requestedAt: new Date(),
    window: null,
    progressDone: 0,
  };
  const run = new ActiveRun(row, pool, LEASE, listening);
  run.progress(1, 200);
  vi.advanceTimersByTime(6_000);
  for (const done of [50, 51, 52]) run.progress(done, 200);
  vi.advanceTimersByTime(6_000);
  run.progress(199, 200);
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ run: '7', job: 'BACKFILL', done: 50, total: 200, msg: '25 % done' }),
    expect.objectContaining({ run: '7', job: 'BACKFILL', done: 199, total: 200, msg: '99 % done' }),
  ]);
});
