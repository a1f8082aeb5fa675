import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorOf, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, idOf, PLACES } from '../testing/fixtures.js';
import { addDays, askCity, isWhole, madeUpDays } from './testkit.js';

let api: TestApi;
const days = madeUpDays('2016-01-01', '2025-12-31', 11);

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'munich');
  await addDays(api, PLACES.newYork[0], days);
});
afterAll(() => api.stop());

describe('degree days', () => {
  const FIELDS = '{ base growingBase growingCap baseUnit unit heating cooling growing daysUsed daysMissing }';
  const degreeDays = (args: string) =>
    askCity<Record<string, unknown>>(api, 'newYork', `degreeDays(${args}) ${FIELDS}`);
  const of2020 = days.filter((day) => day.date.startsWith('2020') && isWhole(day));
  const sum = (valueOf: (mean: number) => number) =>
    of2020.reduce((total, { mean }) => total + Math.max(0, valueOf(mean ?? NaN)), 0);
  const about = (value: number) => expect.closeTo(value, 2.4) as number;
  const YEAR = 'range: { from: "2020-01-01", to: "2020-12-31" }';

  test('are the sums of their days, with any base', async () => {
    expect(await degreeDays(`${YEAR}, maxMissingDays: 366`)).toEqual({
      base: 18.3,
      growingBase: 10,
      growingCap: null,
      baseUnit: '°C',
      unit: 'K·d',
      heating: about(sum((mean) => 18.3 - mean)),
      cooling: about(sum((mean) => mean - 18.3)),
      growing: about(sum((mean) => mean - 10)),
      daysUsed: of2020.length,
      daysMissing: 366 - of2020.length,
    });
    expect(
      await degreeDays(
        `${YEAR}, base: 59, growingBase: 41, growingCap: 77, units: IMPERIAL, maxMissingDays: 366`,
      ),
    ).toMatchObject({
      base: 59,
      growingBase: 41,
      growingCap: 77,
      baseUnit: '°F',
      unit: '°F·d',
      heating: about(sum((mean) => 15 - mean) * 1.8),
      cooling: about(sum((mean) => mean - 15) * 1.8),
      growing: about(sum((mean) => Math.min(mean, 25) - 5) * 1.8),
    });
  });

  test('of a range are the sum of what its daily summaries say', async () => {
    const range = 'range: { from: "2020-01-01", to: "2020-03-31" }';
    const total = await degreeDays(`${range}, maxMissingDays: 91`);
    const { nodes } = await askCity<{ nodes: { heatingDegreeDays: number }[] }>(
      api,
      'newYork',
      `dailySummaries(${range}, minCoverage: 0.75) { nodes { heatingDegreeDays } }`,
    );
    expect(total.heating).toBe(
      Math.round(nodes.reduce((heating, day) => heating + day.heatingDegreeDays, 0) * 1000) / 1000,
    );
  });

  test('stay null when more days are missing than may', async () => {
    const missing = 366 - of2020.length;
    const totals = {
      heating: null,
      cooling: null,
      growing: null,
      daysUsed: of2020.length,
      daysMissing: missing,
    };
    expect(await degreeDays(YEAR)).toMatchObject(totals);
    expect(await degreeDays(`${YEAR}, maxMissingDays: ${missing - 1}`)).toMatchObject(totals);
    expect(await degreeDays(`${YEAR}, maxMissingDays: ${missing}`)).not.toMatchObject({ heating: null });
    expect(
      await degreeDays('range: { from: "2030-01-01", to: "2030-01-02" }, maxMissingDays: 5'),
    ).toMatchObject({
      heating: null,
      daysUsed: 0,
      daysMissing: 2,
    });
  });
});

test.each([
  ['normals(measures: []) { unit }', 'measures'],
  ['normals(windowDays: 31) { unit }', 'windowDays'],
  ['normals(minDays: 1) { unit }', 'minDays'],
  ['normals(base: { from: "1900-01-01", to: "2026-01-01" }) { unit }', 'base.to'],
  ['anomalies(range: { from: "2020-01-01", to: "2021-01-01" }) { unit }', 'range.to'],
  ['anomalies(range: { from: "2020-01-01", to: "2020-02-30" }) { unit }', 'range.to'],
  ['records(minCoverage: 1.1) { unit }', 'minCoverage'],
  ['streaks(range: { from: "2020-01-01", to: "2020-02-01" }) { unit }', 'kind'],
  [
    'streaks(kind: DRY, condition: { measure: RAIN_SUM, comparison: BELOW, threshold: 1 }, range: { from: "2020-01-01", to: "2020-02-01" }) { unit }',
    'kind',
  ],
  [
    'streaks(threshold: 2, condition: { measure: RAIN_SUM, comparison: BELOW, threshold: 1 }, range: { from: "2020-01-01", to: "2020-02-01" }) { unit }',
    'threshold',
  ],
  [
    'streaks(kind: DRY, threshold: 1e300, range: { from: "2020-01-01", to: "2020-02-01" }) { unit }',
    'threshold',
  ],
  ['streaks(kind: DRY, minDays: 0, range: { from: "2020-01-01", to: "2020-02-01" }) { unit }', 'minDays'],
  ['degreeDays(growingCap: 9, range: { from: "2020-01-01", to: "2020-02-01" }) { unit }', 'growingCap'],
  ['degreeDays(range: { from: "2000-01-01", to: "2020-02-01" }) { unit }', 'range.to'],
  ['nearby(radiusKm: 501) { distanceKm }', 'radiusKm'],
  ['nearby(first: 0) { distanceKm }', 'first'],
])('refuses %s', async (field, argument) => {
  const answer = await api.ask(`{ city(id: "${idOf('munich')}") { ${field} } }`);
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument });
});
