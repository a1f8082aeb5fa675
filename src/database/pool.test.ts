import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { until } from '../testing/embedded.js';
import { API_LIMITS, closePools, openPool, type PoolLimits } from './pool.js';
import { transaction } from './transaction.js';

const logger = createLogger('silent');
let database: TestDatabase;
let watcher: pg.Pool;
const opened: pg.Pool[] = [];

beforeAll(async () => {
  database = await testDatabase();
  watcher = new pg.Pool({ connectionString: database.url, max: 1 });
});
afterEach(() => Promise.all(opened.splice(0).map((pool) => pool.end())));
afterAll(async () => {
  await watcher.end();
  await database.drop();
});

function open(limits: Partial<PoolLimits> = {}): pg.Pool {
  const pool = openPool(database.url, { ...API_LIMITS, max: 2, ...limits }, logger);
  opened.push(pool);
  return pool;
}

/** How many sessions other than the watcher's are in a state. */
async function sessions(state: string): Promise<number> {
  const { rowCount } = await watcher.query(
    `SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = $1`,
    [state],
  );
  return rowCount ?? 0;
}

test('a statement that takes too long is cancelled, and its connection is free for the next', async () => {
  const pool = open({ max: 1, statementTimeout: 300 });
  await expect(pool.query('SELECT pg_sleep(60)')).rejects.toMatchObject({ code: '57014' });
  expect(await sessions('active')).toBe(0);
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test('who finds no free connection is told so, and nobody inherits a transaction that another has open', async () => {
  const pool = open({ max: 1 });
  const refused = await transaction(pool, async (client) => {
    await client.query('CREATE TEMPORARY TABLE unfinished ()');
    const waiting = Array.from({ length: 5 }, () => transaction(pool, () => Promise.resolve()));
    return Promise.allSettled(waiting);
  });
  for (const { status } of refused) expect(status).toBe('rejected');
  await expect(transaction(pool, () => Promise.reject(new Error('undo')))).rejects.toThrow('undo');
  expect(await sessions('idle in transaction')).toBe(0);
});

test('a session that is idle in a transaction is ended by the server, which the process survives', async () => {
  const pool = open();
  const client = await pool.connect();
  await client.query("SET idle_in_transaction_session_timeout = '100ms'");
  await client.query('BEGIN');
  await until(async () => (await sessions('idle in transaction')) === 0);
  await expect(client.query('SELECT 1')).rejects.toThrow();
  client.release(true);
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
});

test('a statement ends soon after its process does, and lets go of its locks', async () => {
  const dying = new pg.Pool({ ...open().options, max: 1 });
  dying.on('error', () => undefined);
  const client = await dying.connect();
  client.on('error', () => undefined);
  const abandoned = client.query('SELECT pg_sleep(60)').catch(() => undefined);
  await until(async () => (await sessions('active')) === 1);
  // What the kernel does with the sockets of a process that was killed.
  (client as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy();
  await abandoned;
  await until(async () => (await sessions('active')) === 0);
  client.release(true);
  await dying.end();
});

test('is not closed for ever by a statement that does not end', async () => {
  const pool = openPool(database.url, API_LIMITS, logger);
  const endless = pool.query('SELECT pg_sleep(3)');
  await until(async () => (await sessions('active')) === 1);
  await expect(closePools([pool, openPool(database.url, API_LIMITS, logger)], 100)).rejects.toThrow(
    'still running',
  );
  await endless;
  await expect(closePools([open()], 1_000).finally(() => opened.splice(0))).resolves.toBeUndefined();
});
