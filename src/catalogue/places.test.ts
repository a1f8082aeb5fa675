import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { addPlace, asciiName, type NewPlace } from './places.js';
import { searchCities } from './search.js';

const BROKEN_HILL = { name: 'Umberumberka Dam', latitude: -31.9, longitude: 141.4, countryCode: 'AU' };
let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  pool.on('error', () => undefined);
  await pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, population, time_zone, search_text) VALUES
       (2147714, 'Sydney', 'Sydney', 'AU', -33.87, 151.21, 5231147, 'Australia/Sydney', E'\\nsydney\\n'),
       (2173911, 'Broken Hill', 'Broken Hill', 'AU', -31.97, 141.45, 18430, 'Australia/Broken_Hill', E'\\nbroken hill\\n')`,
  );
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

test('gives places ids from 1,000,000,000 up and the time zone of their coordinates', async () => {
  const first = await addPlace(pool, BROKEN_HILL);
  const second = await addPlace(pool, {
    ...BROKEN_HILL,
    name: 'Île Zürich',
    latitude: -33.9,
    longitude: 151.3,
  });
  expect(first).toEqual({ id: 1_000_000_000, timeZone: 'Australia/Broken_Hill', created: true });
  expect(second).toEqual({ id: 1_000_000_001, timeZone: 'Australia/Sydney', created: true });
  expect(await searchCities(pool, { text: 'ile zurich', limit: 1 })).toMatchObject([{ id: second.id }]);
});

test('keeps all that is told of a place', async () => {
  const { id } = await addPlace(pool, {
    ...BROKEN_HILL,
    name: 'Mast',
    latitude: -32.5,
    admin1Code: '02',
    elevation: 12.5,
    population: 3,
    timeZone: 'Australia/Adelaide',
  });
  const { rows } = await pool.query('SELECT * FROM cities WHERE id = $1', [id]);
  expect(rows).toEqual([
    {
      id,
      name: 'Mast',
      ascii_name: 'Mast',
      country_code: 'AU',
      admin1_code: '02',
      latitude: -32.5,
      longitude: 141.4,
      elevation_m: 12.5,
      population: 3,
      time_zone: 'Australia/Adelaide',
      search_text: '\nmast\n',
    },
  ]);
});

test('the same name at the same coordinates is the same place', async () => {
  const { id, timeZone } = await addPlace(pool, BROKEN_HILL);
  const again = await addPlace(pool, { ...BROKEN_HILL, latitude: BROKEN_HILL.latitude + 0.000_01 });
  expect(again).toEqual({ id, timeZone, created: false });
});

test('many at once get an id each', async () => {
  const added = await Promise.all(
    Array.from({ length: 8 }, (_, n) => addPlace(pool, { ...BROKEN_HILL, name: `Station ${n}` })),
  );
  expect(new Set(added.map(({ id }) => id)).size).toBe(8);
});

test('says everything that does not fit, at once', async () => {
  const wrong: NewPlace = {
    name: '?!',
    latitude: 91,
    longitude: NaN,
    countryCode: 'usa',
    timeZone: 'Mars/Olympus',
  };
  await expect(addPlace(pool, wrong)).rejects.toThrow(
    /^The place does not fit: name: must have a letter or a digit; latitude: .*; longitude: .*; countryCode: must be two capital letters, such as US; timeZone: is no IANA time zone, such as Europe\/Paris$/,
  );
});

test('takes the accents from a name, and leaves other scripts', () => {
  expect(asciiName('Île Zürich')).toBe('Ile Zurich');
  expect(asciiName('서울')).toBe('서울');
});
