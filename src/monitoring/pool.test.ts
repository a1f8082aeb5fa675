import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import { prismaOn } from '../database/pool.js';
import { run } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { createMetrics } from './metrics.js';
import { BoundedNames } from './names.js';
import { PoolObserver } from './pool.js';

let database: TestDatabase;
let pool: pg.Pool;
const metrics = createMetrics();
beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 2 });
  new PoolObserver(metrics).observe({ jobs: pool });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Statements counted so far, by name. */
async function counted(): Promise<Record<string, number>> {
  const { values } = await metrics.sqlSeconds.get();
  const counts = values.filter(({ metricName }) => metricName?.endsWith('_count'));
  return Object.fromEntries(counts.map(({ labels, value }) => [String(labels.statement), value]));
}

test('every statement is timed under its file’s name, whichever way it is sent', async () => {
  const statement = { name: 'newest-hours-0123abcd', text: 'SELECT 1 AS one' };
  expect((await run(pool, statement)).rows).toEqual([{ one: 1 }]);
  await pool.query({ name: 'day-pages.12', text: 'SELECT 2' });
  await transaction(pool, async (client) => {
    await run(client, statement);
    await client.query('SELECT $1::int', [3]);
  });
  expect(await prismaOn(pool).city.count()).toBe(0);
  const counts = await counted();
  expect(counts).toMatchObject({ 'newest-hours': 2, 'day-pages': 1, transaction: 2 });
  expect(counts.other).toBeGreaterThanOrEqual(2);
  expect(Object.keys(counts)).toHaveLength(4);
});

test('what fails is counted as such, and still fails', async () => {
  const bad = { name: 'no-such-table-0123abcd', text: 'SELECT * FROM nowhere' };
  await expect(run(pool, bad)).rejects.toThrow('nowhere');
  const { values } = await metrics.sqlErrors.get();
  expect(values).toMatchObject([{ labels: { statement: 'no-such-table' }, value: 1 }]);
});

test('shows connections that are busy, idle and waited for', async () => {
  const [one, two] = await Promise.all([pool.connect(), pool.connect()]);
  const third = pool.query('SELECT 1');
  const text = await metrics.registry.getSingleMetricAsString('weather_pool_connections');
  one.release();
  two.release();
  await third;
  for (const [state, value] of Object.entries({ busy: 2, idle: 0, waiting: 1 }))
    expect(text).toContain(`weather_pool_connections{pool="jobs",state="${state}"} ${value}`);
});

test('names that clients choose make no more series than allowed', () => {
  const names = new BoundedNames(2);
  const labels = (name: string) => Array.from({ length: 6 }, () => names.label(name));
  expect(labels('Now')).toEqual(['other', 'other', 'other', 'other', 'Now', 'Now']);
  expect(labels('Week').at(-1)).toBe('Week');
  expect(labels('Third').at(-1)).toBe('other');
  const made = new Set(Array.from({ length: 5_000 }, (_, number) => names.label(`made-up ${number}`)));
  expect(made).toEqual(new Set(['other']));
  expect(names.label('Now')).toBe('Now');
});
