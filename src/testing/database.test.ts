import pg from 'pg';
import { expect, test } from 'vitest';
import { testDatabase } from './database.js';

async function tablesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    return rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

test('gives each caller a database of its own with the newest schema', async () => {
  const databases = await Promise.all([testDatabase(), testDatabase(), testDatabase()]);
  const tables = await Promise.all(databases.map(({ url }) => tablesOf(url)));
  expect(new Set(databases.map(({ url }) => url)).size).toBe(3);
  expect(tables[0]).toContain('_prisma_migrations');
  expect(tables[1]).toEqual(tables[0]);
  await Promise.all(databases.map((database) => database.drop()));
});

test('drops a database although somebody is connected to it', async () => {
  const database = await testDatabase();
  const client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  await database.drop();
  await expect(tablesOf(database.url)).rejects.toThrow(/does not exist/);
  await client.end().catch(() => undefined);
});
