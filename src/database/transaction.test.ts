import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { JOB_LIMITS, openPool } from './pool.js';
import { transaction } from './transaction.js';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.url, JOB_LIMITS, createLogger('silent'));
  await pool.query('CREATE TABLE accounts (id int PRIMARY KEY, amount int NOT NULL)');
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(() =>
  pool.query('TRUNCATE accounts; INSERT INTO accounts SELECT id, 0 FROM generate_series(1, 4) AS id'),
);

const amounts = async (): Promise<unknown[]> =>
  (await pool.query<{ id: number; amount: number }>('SELECT id, amount FROM accounts ORDER BY id')).rows;
const add = (client: pg.PoolClient, id: number | undefined): Promise<unknown> =>
  client.query('UPDATE accounts SET amount = amount + 1 WHERE id = $1', [id]);

test('of many that lock the same rows in every order, all succeed in the end, each once', async () => {
  await pool.query(`ALTER DATABASE ${new URL(database.url).pathname.slice(1)} SET deadlock_timeout = '20ms'`);
  // Sessions that know of the new setting.
  const racing = openPool(database.url, JOB_LIMITS, createLogger('silent'));
  const orders = [1, 2, 3, 4].flatMap((first) =>
    [first, first + 1, first + 2].map((id) => [first, (id % 4) + 1]),
  );
  await Promise.all(
    orders.map(([one, other]) =>
      transaction(racing, async (client) => {
        await add(client, one);
        await client.query('SELECT pg_sleep(0.02)');
        await add(client, other);
      }),
    ),
  );
  await racing.end();
  const expected = [1, 2, 3, 4].map((id) => ({
    id,
    amount: orders.flat().filter((one) => one === id).length,
  }));
  expect(await amounts()).toEqual(expected);
});

test('of two that wait for each other, one is done again', async () => {
  let tries = 0;
  let meet: () => void = () => undefined;
  const met = new Promise<void>((resolve) => (meet = resolve));
  const both = [
    [1, 2],
    [2, 1],
  ].map(([one, other]) =>
    transaction(pool, async (client) => {
      await add(client, one);
      if ((tries += 1) === 2) meet();
      await met;
      await add(client, other);
    }),
  );
  await Promise.all(both);
  expect(tries).toBe(3);
  expect(await amounts()).toEqual(expect.arrayContaining([1, 2].map((id) => ({ id, amount: 2 }))));
});

test('one that another made out of date is done again', async () => {
  let tries = 0;
  await transaction(pool, async (client) => {
    await client.query('SET TRANSACTION ISOLATION LEVEL SERIALIZABLE');
    const { rows } = await client.query<{ amount: number }>('SELECT amount FROM accounts WHERE id = 1');
    if ((tries += 1) === 1) await pool.query('UPDATE accounts SET amount = 40 WHERE id = 1');
    await client.query('UPDATE accounts SET amount = $1 WHERE id = 1', [(rows[0]?.amount ?? 0) + 2]);
  });
  expect(tries).toBe(2);
  expect(await amounts()).toContainEqual({ id: 1, amount: 42 });
});

test('one that waits for a lock in vain lets go of its own, and gets it in the end', async () => {
  const holder = await pool.connect();
  await holder.query('BEGIN; SELECT FROM accounts WHERE id = 1 FOR UPDATE');
  let tries = 0;
  await transaction(pool, async (client) => {
    if ((tries += 1) === 2) await holder.query('COMMIT');
    await add(client, 1);
  });
  holder.release();
  expect(tries).toBe(2);
  expect(await amounts()).toContainEqual({ id: 1, amount: 1 });
});

test('an error that another try would not mend is not tried again', async () => {
  let tries = 0;
  const failing = transaction(pool, async (client) => {
    tries += 1;
    await client.query('INSERT INTO accounts VALUES (1, NULL)');
  });
  await expect(failing).rejects.toMatchObject({ code: '23502' });
  expect(tries).toBe(1);
});
