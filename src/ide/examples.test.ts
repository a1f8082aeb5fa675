import { readdir, readFile } from 'node:fs/promises';
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_KEY, dataOf, NOW, testApi, type TestApi } from '../graphql/testing/api.js';
import { addObservation, addPlaces } from '../graphql/testing/fixtures.js';
import { executableSchema } from '../graphql/schema/schema.js';
import { examplesOf, type Example } from './examples.js';

const FOLDER = new URL('examples/', import.meta.url);
const names = await readdir(FOLDER);
const texts = await Promise.all(names.map((name) => readFile(new URL(name, FOLDER), 'utf8')));
const files = Object.fromEntries(names.map((name, i) => [name, texts[i] ?? '']));
const EXAMPLES = examplesOf(files, new Date(NOW));

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago');
  await addObservation(api, 'newYork', '2026-05-20T11:40:00Z', { air_temperature_c: 18.5 });
});
afterAll(() => api.stop());

const variablesOf = ({ variables = '{}' }: Example) => JSON.parse(variables) as Record<string, unknown>;

test('there is one for each kind of user, in this order', () => {
  expect(EXAMPLES.map(({ name }) => name)).toEqual([
    ...['LatestWeather', 'MonthOfDays', 'TrendAndRaw', 'Ranking', 'Anomaly', 'RefreshWeather', 'LiveWeather'],
    ...['Records', 'Forecast'],
  ]);
});

describe.each(EXAMPLES)('$name', (example) => {
  test('says what it is for', () => {
    expect(example.about).toMatch(/^[A-Z][^\n]{20,}[.?]$/);
  });

  test('is valid, and answered without error as it stands', async () => {
    const document = parse(example.query);
    expect(validate(executableSchema(), document)).toEqual([]);
    if (example.name === 'LiveWeather') return;
    const key = example.headers ? `Bearer ${ADMIN_KEY}` : undefined;
    dataOf(await api.askAs(key, example.query, variablesOf(example)));
  });
});

test('a change asks for the key, and holds none', () => {
  const asking = EXAMPLES.filter(({ headers }) => headers !== undefined);
  expect(asking.map(({ name, headers = '' }) => [name, JSON.parse(headers) as unknown])).toEqual([
    ['RefreshWeather', { authorization: 'Bearer ' }],
  ]);
});

test('days are the last ones before today, in UTC', () => {
  const ranking = EXAMPLES.find(({ name }) => name === 'Ranking');
  expect(ranking && variablesOf(ranking)).toEqual({ range: { from: '2026-05-13', to: '2026-05-19' } });
});
