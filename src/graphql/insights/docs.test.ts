import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, testApi, type TestApi } from '../testing/api.js';
import { insert } from '../testing/fixtures.js';
import { addForecasts, addHours } from '../forecasts/testkit.js';
import { addDays, type Day } from './testkit.js';

const SEATTLE = 5_809_844;
// The package exports its entry alone.
const VEGA_DATASETS = createRequire(import.meta.url).resolve('vega-datasets');
const MEASURED = path.resolve(VEGA_DATASETS, '../../data/seattle-weather.csv');
const guide = await readFile('docs/insights.md', 'utf8');
const queries = [
  ...guide.matchAll(
    /<!-- query: (\w+) -->\s+```graphql\n([\s\S]*?)```\s+<!-- answer: \1 -->\s+```json\n([\s\S]*?)```/g,
  ),
].map(([, name = '', query = '', answer = '']) => ({ name, query, answer }));

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await insert(api, 'cities', {
    ...{ id: SEATTLE, name: 'Seattle', ascii_name: 'Seattle', country_code: 'US', search_text: '' },
    ...{ latitude: 47.60621, longitude: -122.33207, time_zone: 'America/Los_Angeles' },
  });
  const days = await measured();
  await addDays(api, SEATTLE, days);
  await addPersistence(days);
});
afterAll(() => api.stop());

/** Real days: NOAA's of Seattle, 2012 to 2015. */
async function measured(): Promise<Day[]> {
  const csv = await readFile(MEASURED, 'utf8');
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [date = '', precipitation, max, min] = line.split(',');
      const [greatest, least] = [Number(max), Number(min)];
      const mean = (greatest + least) / 2;
      return {
        date,
        mean,
        min: least,
        max: greatest,
        precipitation: Number(precipitation),
        gust: null,
        observedHours: 24,
      };
    });
}

/** Each afternoon is said to become as warm as the one on which it is forecast, one to five days ahead. */
async function addPersistence(days: readonly Day[]): Promise<void> {
  const afternoons = days.map(({ date, max }) => ({
    ...{ cityId: SEATTLE, hour: Date.parse(`${date}T22:00:00Z`) / 1000, temperature: max ?? NaN },
  }));
  await addHours(api, afternoons);
  const said = afternoons.flatMap(({ hour, ...rest }) =>
    [1, 2, 3, 4, 5].map((day) => ({ ...rest, issued: hour, valid: hour + day * 86_400 })),
  );
  await addForecasts(api, said);
}

test('the guide asks one question of every kind', () => {
  expect(queries.map(({ name }) => name)).toEqual([
    'normals',
    'anomalies',
    'records',
    'streaks',
    'degreeDays',
    'forecastSkill',
  ]);
});

test.each(queries)('the guide’s answer to $name is the real one', async ({ query, answer }) => {
  expect({ data: dataOf(await api.ask(query)) }).toEqual(JSON.parse(answer));
});

test('DuckDB finds the same in the file itself', async () => {
  const duckdb = await (await DuckDBInstance.create()).connect();
  const rowsOf = async (sql: string) => (await duckdb.runAndReadAll(sql)).getRowObjectsJson();
  const FILE = `read_csv('${MEASURED}')`;
  const normals = await rowsOf(`
    SELECT month(date)::int AS month, round(avg(temp_max), 3) AS mean, round(quantile_cont(temp_max, 0.25), 3) AS p25,
      round(quantile_cont(temp_max, 0.75), 3) AS p75, round(stddev_samp(temp_max), 3) AS "standardDeviation",
      count(DISTINCT year(date))::int AS years, count(*)::int AS days
    FROM ${FILE} GROUP BY month(date) ORDER BY 1`);
  expect(shown('normals')).toMatchObject([{ periods: normals }]);
  const july = await rowsOf(`
    SELECT round(avg(temp_max), 3) AS normal, round(stddev_samp(temp_max), 3) AS "standardDeviation", count(*)::int AS days
    FROM ${FILE} WHERE strftime(date, '%m-%d') BETWEEN '06-24' AND '07-08' AND year(date) <> 2015`);
  expect(shown('anomalies')).toMatchObject([{ days: [july[0], {}, {}] }]);
  const degreeDays = await rowsOf(`
    SELECT round(1.8 * sum(greatest(0, 18.3 - mean)), 3) AS heating, round(1.8 * sum(greatest(0, mean - 18.3)), 3) AS cooling,
      round(1.8 * sum(greatest(0, mean - 10)), 3) AS growing
    FROM (SELECT (temp_max + temp_min) / 2 AS mean FROM ${FILE} WHERE year(date) = 2015)`);
  expect(shown('degreeDays')).toMatchObject(degreeDays[0] ?? {});
  const leads = await rowsOf(`
    SELECT ahead * 24 AS "toHours", count(*)::int AS pairs, round(avg(said.temp_max - came.temp_max), 3) AS bias,
      round(avg(abs(said.temp_max - came.temp_max)), 3) AS "meanAbsoluteError"
    FROM range(1, 6) AS leads (ahead) JOIN ${FILE} AS came ON year(came.date) = 2015
    JOIN ${FILE} AS said ON said.date = came.date - ahead::int GROUP BY ahead ORDER BY ahead`);
  const skill = leads.map(({ toHours, ...figures }) => ({ ...figures, toHours: Number(toHours) }));
  expect(shown('forecastSkill')).toMatchObject([{ leads: skill }]);
  duckdb.closeSync();
});

/** A field of the guide's answer. */
function shown(name: string): unknown {
  const { answer = '{}' } = queries.find((query) => query.name === name) ?? {};
  return (JSON.parse(answer) as { data: { city: Record<string, unknown> } }).data.city[name];
}
