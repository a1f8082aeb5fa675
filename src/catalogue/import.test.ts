import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { importCatalogue } from './import.js';

const logger = createLogger('silent');
let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4, lock_timeout: 50, statement_timeout: 10_000 });
  pool.on('error', () => undefined);
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function scalar(sql: string): Promise<unknown> {
  const { rows } = await pool.query<{ value: unknown }>(`SELECT (${sql}) AS value`);
  return rows[0]?.value;
}

test('loads the world once, however many replicas start', async () => {
  const results = await Promise.all([1, 2, 3].map(() => importCatalogue(pool, logger)));
  expect(results.filter(({ imported }) => imported)).toEqual([{ imported: true, changed: 42_987 }]);
  expect(await scalar('SELECT count(*)::int FROM cities')).toBe(42_987);
  expect(await importCatalogue(pool, logger)).toEqual({ imported: false, changed: 0 });
});

test('gives every column what GeoNames says', async () => {
  const { rows } = await pool.query(
    `SELECT name, ascii_name, country_code, admin1_code, latitude, longitude, elevation_m, population, time_zone,
            split_part(search_text, E'\\n\\n', 1) AS own_names
     FROM cities WHERE id IN (2886242, 5368361) ORDER BY id`,
  );
  expect(rows).toEqual([
    {
      name: 'Köln',
      ascii_name: 'Koeln',
      country_code: 'DE',
      admin1_code: '07',
      latitude: 50.93333,
      longitude: 6.95,
      elevation_m: null,
      population: 963_395,
      time_zone: 'Europe/Berlin',
      own_names: '\nkoln\nkoeln',
    },
    expect.objectContaining({ name: 'Los Angeles', elevation_m: 89, time_zone: 'America/Los_Angeles' }),
  ]);
});

test('knows only time zones that PostgreSQL knows', async () => {
  const { rows } = await pool.query(
    `SELECT DISTINCT time_zone FROM cities WHERE time_zone NOT IN (SELECT name FROM pg_timezone_names)`,
  );
  expect(rows).toEqual([]);
});

test('leaves no name in the pending list that every search would read through', async () => {
  expect(await scalar(`SELECT gin_clean_pending_list('cities_search_text_idx')::int`)).toBe(0);
});

test('another edition of the catalogue changes what differs and no place of one’s own', async () => {
  await pool.query(`UPDATE settings SET value = '{"sha256": "of another edition"}' WHERE key = 'catalogue'`);
  await pool.query(`UPDATE cities SET population = 1 WHERE id IN (2886242, 5368361)`);
  await pool.query('DELETE FROM cities WHERE id = 2643743');
  await pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
     VALUES (1000000000, 'Mast', 'Mast', 'DE', 50, 7, 'Europe/Berlin', E'\\nmast\\n')`,
  );
  expect(await importCatalogue(pool, logger)).toEqual({ imported: true, changed: 3 });
  expect(await scalar('SELECT population FROM cities WHERE id = 2886242')).toBe(963_395);
  expect(await scalar('SELECT name FROM cities WHERE id = 1000000000')).toBe('Mast');
});

test('an import that fails leaves everything as it was', async () => {
  await pool.query(`UPDATE settings SET value = '{"sha256": "of another edition"}' WHERE key = 'catalogue'`);
  await pool.query('DELETE FROM cities WHERE id = 2643743');
  await pool.query('ALTER TABLE cities ADD CONSTRAINT refuses CHECK (id <> 2643743) NOT VALID');
  await expect(importCatalogue(pool, logger)).rejects.toThrow('refuses');
  expect(await scalar(`SELECT value ->> 'sha256' FROM settings WHERE key = 'catalogue'`)).toBe(
    'of another edition',
  );
  await pool.query('ALTER TABLE cities DROP CONSTRAINT refuses');
  expect(await importCatalogue(pool, logger)).toEqual({ imported: true, changed: 1 });
});
