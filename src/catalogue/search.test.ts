import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { importCatalogue } from './import.js';
import { searchCities, type CityMatch, type CityQuery } from './search.js';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => undefined);
  await importCatalogue(pool, createLogger('silent'));
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

async function names(text: string, options: Partial<CityQuery> = {}): Promise<string[]> {
  const matches = await searchCities(pool, { text, limit: 5, ...options });
  const { rows } = await pool.query<{ name: string }>(
    `SELECT name || ', ' || country_code AS name FROM unnest($1::int[]) WITH ORDINALITY AS match (id, place)
     JOIN cities USING (id) ORDER BY place`,
    [matches.map(({ id }) => id)],
  );
  return rows.map(({ name }) => name);
}

describe('puts first what was meant', () => {
  test.each([
    ['Tokyo', 'Tokyo, JP'],
    ['sao paulo', 'São Paulo, BR'],
    ['SÃO PAULO', 'São Paulo, BR'],
    ['new york', 'New York City, US'],
    ['st louis', 'St. Louis, US'],
    ['xian', 'Xi’an, CN'],
    ['springfield', 'Springfield, US'],
    ['los ang', 'Los Angeles, US'],
  ])('%s', async (text, first) => {
    expect((await names(text))[0]).toBe(first);
  });
});

describe('knows cities by their names elsewhere and in other scripts', () => {
  test.each([
    ['München', 'Munich, DE'],
    ['Muenchen', 'Munich, DE'],
    ['Köln', 'Köln, DE'],
    ['Cologne', 'Köln, DE'],
    ['Praha', 'Prague, CZ'],
    ['Firenze', 'Florence, IT'],
    ['Nueva York', 'New York City, US'],
    ['NYC', 'New York City, US'],
    ['東京', 'Tokyo, JP'],
    ['Москва', 'Moscow, RU'],
    ['القاهرة', 'Cairo, EG'],
    ['서울', 'Seoul, KR'],
  ])('%s', async (text, first) => {
    expect((await names(text))[0]).toBe(first);
  });
});

describe('forgives slips', () => {
  test.each([
    ['new yrok', 'New York City, US'],
    ['sprngfield', 'Springfield, US'],
    ['chicgo', 'Chicago, US'],
    ['amstredam', 'Amsterdam, NL'],
    ['lodnon', 'London, GB'],
    ['toyko', 'Tokyo, JP'],
    ['bostin', 'Boston, US'],
    ['dinver', 'Denver, US'],
    ['rmoe', 'Rome, IT'],
    ['san fransisco', 'San Francisco, US'],
    ['saint petersberg', 'Saint Petersburg, RU'],
    ['washingtn', 'Washington, US'],
    ['kopenhagn', 'Copenhagen, DK'],
  ])('%s', async (text, first) => {
    expect((await names(text))[0]).toBe(first);
  });
});

describe('answers one or two letters', () => {
  test.each([
    ['a', 'Ahmedabad, IN'],
    ['SÃ', 'São Paulo, BR'],
    ['ny', 'New York City, US'],
    ['東', 'Dongguan, CN'],
  ])('%s', async (text, first) => {
    expect((await names(text))[0]).toBe(first);
  });

  test('also of a place whose population nobody knows', async () => {
    await pool.query(
      `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
       VALUES (1000000000, 'Qx 7', 'Qx 7', 'DE', 50, 7, 'Europe/Berlin', E'\\nqx 7\\n')`,
    );
    expect(await names('qx')).toEqual(['Qx 7, DE']);
  });
});

test('a whole name goes before a beginning, a beginning before a later word, each by population', async () => {
  const york = await names('york', { limit: 100 });
  const orleans = await names('orleans', { limit: 100 });
  expect(['York, GB', 'York, US', 'Yorkton, CA', 'Yorktown, US'].map((name) => york.indexOf(name))).toEqual([
    0, 1, 9, 11,
  ]);
  expect(['Orléans, FR', 'New Orleans, US'].map((name) => orleans.indexOf(name))).toEqual([0, 6]);
});

test('a city’s name of other times or tongues counts less than another’s own name', async () => {
  const victoria = await names('victoria', { limit: 10 });
  expect(victoria.indexOf('Victoria, CA')).toBeLessThan(victoria.indexOf('Hong Kong, HK'));
  expect((await names('roma'))[0]).toBe('Rome, IT');
});

test('keeps to one country when asked', async () => {
  expect(await names('london', { countryCode: 'CA', limit: 1 })).toEqual(['London, CA']);
  expect(await names('pa', { countryCode: 'FR', limit: 1 })).toEqual(['Paris, FR']);
});

test.each(['san', 'new yrok', 's'])('orders the matches of %s totally, whatever the limit', async (text) => {
  const all = await searchCities(pool, { text, limit: 400 });
  const byCursor = (a: CityMatch, b: CityMatch) => b.score - a.score || a.id - b.id;
  expect(all).toEqual([...all].sort(byCursor));
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(await searchCities(pool, { text, limit: 7 })).toEqual(all.slice(0, 7));
});

test.each(['', '  ', '%', "'; DROP TABLE cities; --", '\u0000', '\ud800', 'zzzzqqqq'])(
  'finds nothing, without complaint, for what is no name: %j',
  async (text) => {
    expect(await names(text)).toEqual([]);
  },
);

test('reads no more of an endless text than the longest name has', async () => {
  expect(await names(`Llanfair${'pwll'.repeat(1_000_000)}`)).toEqual(
    await names(`Llanfair${'pwll'.repeat(18)}`),
  );
});
