import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { schemaScript } from '../build/schema-script.js';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { migrate } from './migrate.js';

const logger = createLogger('silent');
let migrated: TestDatabase;
let empty: TestDatabase;

beforeAll(async () => {
  migrated = await testDatabase();
  empty = await testDatabase();
  await query(empty.url, 'DROP SCHEMA public, analysis CASCADE; CREATE SCHEMA public');
});
afterAll(() => Promise.all([migrated.drop(), empty.drop()]));

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const result = await client.query<Record<string, unknown>>(text);
  await client.end();
  return result.rows;
}

const COLUMNS = `
  SELECT table_name, column_name, ordinal_position, udt_name, is_nullable, column_default, datetime_precision
    FROM information_schema.columns
   WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 3`;

test('lets several replicas migrate an empty database at once', async () => {
  await Promise.all([1, 2, 3].map(() => migrate(empty.url, logger)));
  expect(await query(empty.url, COLUMNS)).toEqual(await query(migrated.url, COLUMNS));
});

test('starts over after a migration whose process died in the middle', async () => {
  await query(empty.url, 'DROP SCHEMA public, analysis CASCADE; CREATE SCHEMA public');
  await migrate(empty.url, logger);
  await query(
    empty.url,
    `UPDATE _prisma_migrations SET finished_at = NULL;
     CREATE SCHEMA kept;
     ALTER TABLE _prisma_migrations SET SCHEMA kept;
     DROP SCHEMA public, analysis CASCADE;
     CREATE SCHEMA public;
     ALTER TABLE kept._prisma_migrations SET SCHEMA public`,
  );
  await migrate(empty.url, logger);
  expect(await query(empty.url, COLUMNS)).toEqual(await query(migrated.url, COLUMNS));
});

test('makes the very tables that the Prisma schema models', async () => {
  const modelled = await testDatabase();
  await query(modelled.url, 'DROP SCHEMA public CASCADE');
  const script = await schemaScript(inject('serverUrl'));
  await query(
    modelled.url,
    script.replace(
      'CREATE SCHEMA IF NOT EXISTS "public";',
      'CREATE SCHEMA public; CREATE EXTENSION pg_trgm;',
    ),
  );
  expect(await query(migrated.url, COLUMNS)).toEqual(await query(modelled.url, COLUMNS));
  await modelled.drop();
});

test('refuses a database that a newer program has brought further, and changes nothing', async () => {
  const newer = await testDatabase();
  await query(
    newer.url,
    `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29991231000000_wings', now())`,
  );
  const before = await query(newer.url, 'SELECT * FROM _prisma_migrations ORDER BY id');
  await expect(migrate(newer.url, logger)).rejects.toThrow(
    /A newer version of the program .*29991231000000_wings.*start that version.*Nothing was changed/s,
  );
  expect(await query(newer.url, 'SELECT * FROM _prisma_migrations ORDER BY id')).toEqual(before);
  await newer.drop();
});
