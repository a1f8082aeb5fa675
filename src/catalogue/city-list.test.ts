import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { importCityList, type CityListCounts } from './city-list.js';

const logger = createLogger('silent');
let database: TestDatabase;
let pool: pg.Pool;
let directory: string;

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => undefined);
  directory = await mkdtemp(path.join(os.tmpdir(), 'city list '));
});

beforeEach(async () => {
  await pool.query('TRUNCATE cities CASCADE');
  await pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, population, time_zone, search_text)
     VALUES (2643743, 'London', 'London', 'GB', 51.50853, -0.12574, 8961989, 'Europe/London', E'\\nlondon\\n')`,
  );
});

afterAll(async () => {
  await pool.end();
  await database.drop();
  await rm(directory, { recursive: true });
});

function entry(id: unknown, name: string, country: string, lat: unknown, lon: unknown, state = '') {
  return { id, name, state, country, coord: { lon, lat } };
}

async function save(name: string, content: string | Buffer): Promise<string> {
  const file = path.join(directory, name);
  await writeFile(file, content);
  return file;
}

async function rowsOf(): Promise<unknown[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    `SELECT id, name, country_code AS country, admin1_code AS admin1, population, time_zone AS zone, search_text AS search
     FROM cities ORDER BY id`,
  );
  return rows;
}

const LIST = [
  entry(2_643_743, 'Renamed London', 'GB', 51.5, -0.1),
  entry(5_128_581, 'New York', 'US', 40.714272, -74.005966, 'NY'),
  entry(11, 'City of London', 'GB', 51.508531, -0.125741),
  entry(5_128_582, 'New York twice', 'US', 40.714268, -74.005971, 'NY'),
  entry(13, 'Ísafjörður', 'IS', 66.0749, -23.135),
  entry(14, '-', 'IS', 66, -23),
  entry(15, 'Nowhere', '', 66, -23),
  entry(1_000_000_000, 'Own', 'IS', 66, -23),
  entry(16, 'Off the map', 'IS', 660, -23),
  entry('17', 'Text for a number', 'IS', 66, -23),
];
const COUNTS: CityListCounts = { read: 10, added: 2, known: 1, duplicates: 2, invalid: 5 };

test.each([
  ['city.list.json', JSON.stringify(LIST, null, 2)],
  ['city.list.json.gz', gzipSync(JSON.stringify(LIST))],
  ['gzip under another name', gzipSync(JSON.stringify(LIST))],
])('adds the cities of %s that are not there yet', async (name, content) => {
  const file = await save(name, content);
  expect(await importCityList(pool, file, { logger })).toEqual(COUNTS);
  const rows = await rowsOf();
  expect(rows).toEqual([
    {
      id: 13,
      name: 'Ísafjörður',
      country: 'IS',
      admin1: null,
      population: null,
      zone: 'Atlantic/Reykjavik',
      search: '\nisafjordur\n',
    },
    expect.objectContaining({ id: 2_643_743, name: 'London', population: 8_961_989 }),
    expect.objectContaining({ id: 5_128_581, name: 'New York', admin1: 'NY', zone: 'America/New_York' }),
  ]);
});

test('importing again adds nothing and changes nothing', async () => {
  const file = await save('again.json', JSON.stringify(LIST));
  await importCityList(pool, file, { logger });
  const before = await rowsOf();
  expect(await importCityList(pool, file, { logger })).toEqual({ ...COUNTS, added: 0, known: 3 });
  expect(await rowsOf()).toEqual(before);
});

test('tells of its progress, batch by batch', async () => {
  const cities = Array.from({ length: 20_001 }, (_, n) =>
    entry(n + 1, `Town ${n}`, 'US', n / 1000 + 25, -90),
  );
  const file = await save('long.json.gz', gzipSync(JSON.stringify(cities)));
  const told: number[] = [];
  await importCityList(pool, file, { logger, onProgress: ({ read }) => told.push(read) });
  expect(told).toEqual([10_000, 20_000, 20_001]);
});

test.each([
  [
    'absent.json',
    null,
    /absent\.json cannot be read as OpenWeatherMap's list of cities: ENOENT.* It should be an array/,
  ],
  ['cut.json.gz', gzipSync(JSON.stringify(LIST)).subarray(0, 100), /unexpected end of file/],
  ['broken.json', '[{"id": 1}, {"id": ', /the text breaks off after entry 1/],
  ['latin1.json', Buffer.from('[{"name": "K\xf6ln"}]', 'latin1'), /not valid for encoding utf-8/],
  ['lines.json', '{"id": 1}\n{"id": 2}', /the text is no JSON array/],
])('says why %s is no list', async (name, content, complaint) => {
  const file = content === null ? path.join(directory, name) : await save(name, content);
  await expect(importCityList(pool, file, { logger })).rejects.toThrow(complaint);
});

test('passes on what the database complains of', async () => {
  const file = await save('refused.json', JSON.stringify(LIST));
  await pool.query('ALTER TABLE cities ADD CONSTRAINT refuses CHECK (id <> 13)');
  await expect(importCityList(pool, file, { logger })).rejects.toThrow(
    /^new row .* violates check constraint "refuses"/,
  );
  await pool.query('ALTER TABLE cities DROP CONSTRAINT refuses');
});
