import { randomBytes } from 'node:crypto';
import pg, { type Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from '../../logger.js';
import { testDatabase, type TestDatabase } from '../../testing/database.js';
import { JOB_LIMITS, openPool } from '../pool.js';
import { checkPassword, newPassword } from './password.js';
import { createSqlUser, dropSqlUser, listSqlUsers } from './sql-users.js';

// Roles belong to the server, which other test files use at the same time.
const ADA = `ada_${randomBytes(6).toString('hex')}`;
const password = newPassword();
let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.url, JOB_LIMITS, createLogger('silent'));
  await createSqlUser(pool, ADA, password);
});
afterAll(async () => {
  if ((await listSqlUsers(pool)).length > 0) await dropSqlUser(pool, ADA);
  await pool.end();
  await database.drop();
});

async function connected(user = ADA, secret = password): Promise<pg.Client> {
  const url = new URL(database.url);
  url.username = user;
  url.password = secret;
  const client = new pg.Client({ connectionString: url.href });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The code of PostgreSQL's refusal. */
async function codeOf(attempt: Promise<unknown>): Promise<string | undefined> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof pg.DatabaseError ? error.code : undefined;
}

test('a user reads every view, under its short name', async () => {
  const client = await connected();
  const { rows } = await client.query<{ view: string }>(
    `SELECT viewname AS view FROM pg_views WHERE schemaname = 'analysis'`,
  );
  expect(rows.map(({ view }) => view)).toContain('daily_summaries');
  for (const { view } of rows) await client.query(`SELECT * FROM ${view} LIMIT 1`);
  const { rows: settings } = await client.query(
    `SELECT current_setting('statement_timeout') AS patience, current_setting('default_transaction_read_only') AS read_only`,
  );
  expect(settings).toEqual([{ patience: '1min', read_only: 'on' }]);
  await client.end();
});

test.each([
  ['write through a view', `UPDATE analysis.runs SET error = 'x'`],
  ['write to a table', `DELETE FROM public.observations`],
  ['read raw answers', 'SELECT body FROM public.payloads'],
  ['read settings', 'SELECT * FROM public.settings'],
  ['make a table', 'CREATE TABLE analysis.mine (a int)'],
  ['make a table in public', 'CREATE TABLE public.mine (a int)'],
  ['make a temporary table', 'CREATE TEMPORARY TABLE mine (a int)'],
  ['make a schema', 'CREATE SCHEMA mine'],
  ['change a view', 'DROP VIEW analysis.runs'],
  ['read files of the server', `SELECT pg_read_file('postgresql.conf')`],
  ['run programs', `COPY (SELECT 1) TO PROGRAM 'true'`],
])('a user may not %s, also not in a session that it made writable', async (_, statement) => {
  const client = await connected();
  await client.query('SET default_transaction_read_only = off');
  expect(await codeOf(client.query(statement))).toBe('42501');
  await client.end();
});

test('a user cannot hold more than five connections', async () => {
  const clients = await Promise.all([1, 2, 3, 4, 5].map(() => connected()));
  expect(await listSqlUsers(pool)).toEqual([{ name: ADA, connections: 5, connectionLimit: 5 }]);
  expect(await codeOf(connected())).toBe('53300');
  await Promise.all(clients.map((client) => client.end()));
});

test('views of later versions are readable, too', async () => {
  await pool.query('CREATE VIEW analysis.later AS SELECT 1 AS one');
  const client = await connected();
  expect((await client.query('SELECT one FROM later')).rows).toEqual([{ one: 1 }]);
  await client.end();
  await pool.query('DROP VIEW analysis.later');
});

test('the server never sees the password', async () => {
  const { rows } = await pool.query<{ kept: string }>(
    'SELECT rolpassword AS kept FROM pg_authid WHERE rolname = $1',
    [ADA],
  );
  expect(rows[0]?.kept).toMatch(/^SCRAM-SHA-256\$4096:/);
  expect(await codeOf(connected(ADA, `${password}x`))).toBe('28P01');
});

test('names and passwords that do not fit are refused in a sentence, and nothing is left behind', async () => {
  await expect(createSqlUser(pool, 'Ada; DROP', password)).rejects.toThrow(/cannot be a user's name/);
  await expect(createSqlUser(pool, ADA, password)).rejects.toThrow(/has a role .* already/);
  expect(() => checkPassword('short')).toThrow(/at least 12/);
  await expect(dropSqlUser(pool, 'weather')).rejects.toThrow(/no SQL user of this database/);
});

test('no user is made where everybody may read more', async () => {
  await pool.query('GRANT SELECT ON payloads TO PUBLIC');
  await expect(createSqlUser(pool, `${ADA}_2`, password)).rejects.toThrow(/may use payloads/);
  await pool.query('REVOKE SELECT ON payloads FROM PUBLIC');
  const { rowCount } = await pool.query('SELECT FROM pg_roles WHERE rolname = $1', [`${ADA}_2`]);
  expect(rowCount).toBe(0);
});

test('a database user without the right to make roles is told what it needs', async () => {
  const client = await connected();
  await client.end();
  const url = new URL(database.url);
  [url.username, url.password] = [ADA, password];
  const weak = openPool(url.href, JOB_LIMITS, createLogger('silent'));
  await weak.query('SET default_transaction_read_only = off');
  await expect(createSqlUser(weak, `${ADA}_3`, password)).rejects.toThrow(/CREATEROLE|read-only/);
  await weak.end();
});

test('dropping a user ends its sessions', async () => {
  const client = await connected();
  const ended = new Promise((resolve) => client.once('end', resolve));
  await dropSqlUser(pool, ADA);
  await ended;
  expect(await listSqlUsers(pool)).toEqual([]);
  expect(await codeOf(connected())).toBe('28P01');
});
