import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PARAMETERS } from '../domain/parameters.js';
import { testWarehouse } from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());

/** The CHECKs of a table as PostgreSQL prints them. */
async function checksOf(table: string): Promise<string[]> {
  const { rows } = await pool.query<{ definition: string }>(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conrelid = $1::regclass AND contype = 'c' ORDER BY 1`,
    [table],
  );
  return rows.map((row) => row.definition);
}

test('the CHECKs of observations are the ranges of the parameter catalogue, no more and no fewer', async () => {
  const ranges = Object.values(PARAMETERS).map(
    ({ column, range: [min, max] }) => `CHECK ("${column}" BETWEEN ${min} AND ${max})`,
  );
  ranges.push(`CHECK ("observed_at" >= '1900-01-01Z' AND "observed_at" < '2200-01-01Z')`);
  await pool.query('CREATE TABLE expected (LIKE observations)');
  await pool.query(`ALTER TABLE expected ${ranges.map((range) => `ADD ${range}`).join(', ')}`);
  expect(await checksOf('observations')).toEqual(await checksOf('expected'));
});

test.each(Object.values(PARAMETERS).map(({ column }) => column))(
  '%s refuses NaN and Infinity',
  async (column) => {
    for (const value of ['NaN', 'Infinity', '-Infinity']) {
      const insert = pool.query(
        `INSERT INTO observations (city_id, observed_at, source, kind, fetched_at, payload_id, ${column})
       VALUES (1, now(), 'DEMO', 'CURRENT', now(), 1, $1::real)`,
        [value],
      );
      await expect(insert).rejects.toMatchObject({ code: '23514' });
    }
  },
);
