import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.js';

/*
 * While replicas are replaced one by one, those of the last version work on the tables of the new one: every migration
 * but the first may only add what they need not know.
 */

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

const OURS = `nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'`;

interface Column {
  name: string;
  type: string;
  required: boolean;
  hasDefault: boolean;
}

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await testDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT nspname AS name FROM pg_namespace WHERE ${OURS}`,
  );
  for (const { name } of rows) await client.query(`DROP SCHEMA ${name} CASCADE`);
  await client.query('CREATE SCHEMA public');
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** Every column by schema, table and name; a view's are what its readers rely on, too. */
async function columns(): Promise<Map<string, Column>> {
  const { rows } = await client.query<Column>(
    `SELECT concat_ws('.', n.nspname, c.relname, a.attname) AS name, format_type(a.atttypid, a.atttypmod) AS type,
            a.attnotnull AS required, a.atthasdef OR a.attidentity <> '' AS "hasDefault"
       FROM pg_attribute AS a
       JOIN pg_class AS c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'v')
       JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE ${OURS} AND a.attnum > 0 AND NOT a.attisdropped`,
  );
  return new Map(rows.map((column) => [column.name, column]));
}

/** What a program of the version before could stumble over. */
function obstacles(before: Map<string, Column>, after: Map<string, Column>): string[] {
  const tableOf = (name: string): string => name.slice(0, name.lastIndexOf('.'));
  const tables = new Set([...before.keys()].map(tableOf));
  const missing = [...before.values()].filter((old) => after.get(old.name)?.type !== old.type);
  const demanding = [...after.values()].filter(({ name, required, hasDefault }) => {
    const known = before.get(name);
    const isNew = known === undefined && tables.has(tableOf(name));
    return required && ((isNew && !hasDefault) || known?.required === false);
  });
  return [...missing, ...demanding].map(({ name }) => name);
}

test('every migration leaves the tables as the program before it knows them', async () => {
  const entries = await readdir(MIGRATIONS, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(names.length).toBeGreaterThan(1);
  let before: Map<string, Column> | undefined;
  for (const name of names.sort()) {
    await client.query(await readFile(`${MIGRATIONS}/${name}/migration.sql`, 'utf8'));
    const after = await columns();
    if (before) expect({ name, obstacles: obstacles(before, after) }).toEqual({ name, obstacles: [] });
    before = after;
  }
});

test('what would stop the program before is noticed', async () => {
  const before = await columns();
  await client.query(`BEGIN;
    ALTER TABLE runs RENAME COLUMN owner TO holder;
    ALTER TABLE runs ALTER COLUMN error SET NOT NULL, ALTER COLUMN attempt TYPE bigint, ADD COLUMN wanted int NOT NULL,
      ADD COLUMN harmless int NOT NULL DEFAULT 0`);
  const found = obstacles(before, await columns());
  await client.query('ROLLBACK');
  expect(found.sort()).toEqual(['attempt', 'error', 'owner', 'wanted'].map((name) => `public.runs.${name}`));
});
