import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { JOB_LIMITS, openPool } from './pool.js';

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

async function names(query: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(query);
  return rows.map(({ name }) => name);
}

const RELATIONS = `
  pg_class AS r
   WHERE r.relkind IN ('r', 'p', 'v', 'm') AND r.relnamespace IN ('public'::regnamespace, 'analysis'::regnamespace)
     AND r.relname <> '_prisma_migrations' AND NOT r.relispartition`;

test('every table and view says what it holds', async () => {
  expect(await names(`SELECT r.oid::regclass AS name FROM ${RELATIONS}`)).not.toEqual([]);
  expect(
    await names(
      `SELECT r.oid::regclass AS name FROM ${RELATIONS} AND obj_description(r.oid, 'pg_class') IS NULL`,
    ),
  ).toEqual([]);
});

test('every column says what it means, with its unit', async () => {
  const columns = `
    SELECT r.oid::regclass || '.' || c.attname AS name
      FROM pg_attribute AS c JOIN (SELECT r.oid FROM ${RELATIONS}) AS r ON r.oid = c.attrelid
     WHERE c.attnum > 0 AND NOT c.attisdropped AND `;
  const comment = 'col_description(r.oid, c.attnum)';
  expect(await names(`${columns} ${comment} IS NULL`)).toEqual([]);
  const units = { c: '°C', pct: '%', hpa: 'hPa', ms: 'm/s', mm: 'mm', deg: 'degrees' };
  for (const [ending, unit] of Object.entries(units)) {
    expect(
      await names(
        `${columns} c.attname ~ '_${ending}$' AND ${comment} NOT LIKE '%${unit.replace('%', '\\%')}%'`,
      ),
    ).toEqual([]);
  }
});

test('every enum says what its values mean', async () => {
  expect(
    await names(`SELECT typname AS name FROM pg_type
                  WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace AND obj_description(oid, 'pg_type') IS NULL`),
  ).toEqual([]);
});
