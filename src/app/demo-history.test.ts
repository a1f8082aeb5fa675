import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { JOB_LIMITS, openPool } from '../database/pool.js';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { requestDemoHistory, WHILE_RUNNING } from './demo-history.js';

const NOW = new Date('2026-11-24T12:00:00Z');
let database: TestDatabase;
let pool: Pool;
beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.url, JOB_LIMITS, createLogger('silent'));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(() => pool.query(`TRUNCATE runs CASCADE; DELETE FROM settings WHERE key = 'demo_history'`));

/** What four replicas ask for at once. */
async function ask(patience?: typeof WHILE_RUNNING): Promise<number> {
  const asked = await Promise.all([1, 2, 3, 4].map(() => requestDemoHistory(pool, NOW, patience)));
  return asked.filter((days) => days > 0).length;
}

/** Lets the fill that waits end so, some minutes ago. */
const end = (status: string, minutes = 0) =>
  pool.query(
    `UPDATE runs SET status = $1::run_status, started_at = requested_at, error = 'As the test says.',
            finished_at = clock_timestamp() - make_interval(mins => $2)
      WHERE status = 'REQUESTED'`,
    [status, minutes],
  );

test('the history is asked for once by all replicas, and not again when it came', async () => {
  expect(await ask()).toBe(1);
  expect(await ask()).toBe(0);
  await end('SUCCEEDED', 60);
  expect([await ask(), await ask(WHILE_RUNNING)]).toEqual([0, 0]);
});

test.each(['FAILED', 'PARTIAL', 'ABANDONED'])('after %s the next start asks again, once', async (status) => {
  await ask();
  await end(status);
  expect([await ask(), await ask()]).toEqual([1, 0]);
});

test('what a person cancelled stays cancelled', async () => {
  await ask();
  await end('CANCELLED', 60);
  expect([await ask(), await ask(WHILE_RUNNING)]).toEqual([0, 0]);
});

test('a program that runs on asks again after a pause, five times a day in all', async () => {
  await ask();
  await end('FAILED');
  expect(await ask(WHILE_RUNNING)).toBe(0);
  await pool.query(`UPDATE runs SET finished_at = finished_at - interval '6 minutes'`);
  for (let fills = 1; fills < WHILE_RUNNING.most; fills += 1) {
    expect(await ask(WHILE_RUNNING)).toBe(1);
    await end('FAILED', 6);
  }
  expect(await ask(WHILE_RUNNING)).toBe(0);
  await pool.query(`UPDATE runs SET requested_at = requested_at - interval '25 hours'`);
  expect(await ask(WHILE_RUNNING)).toBe(1);
});
