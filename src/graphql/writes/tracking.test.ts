import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ADMIN_KEY, dataOf, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, idOf } from '../testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago');
});
afterAll(() => api.stop());
beforeEach(() => api.sql('TRUNCATE tracked_cities, tracking_changes'));

const [NEW_YORK, CHICAGO] = [idOf('newYork'), idOf('chicago')];
const TRACK = `mutation Track($input: TrackCitiesInput!) {
  trackCities(input: $input) {
    cities { id tracking { source intervalMinutes paused } }
    userErrors { code field }
  }
}`;

const follow = async (input: object): Promise<unknown> =>
  dataOf(await api.askAs(`Bearer ${ADMIN_KEY}`, TRACK, { input })).trackCities;
const count = async (table: string): Promise<number> =>
  (await api.pool.query(`SELECT FROM ${table}`)).rows.length;

test('ids alone follow as this warehouse is set, each city once, and take up again what was paused', async () => {
  const tracking = { source: 'OPENWEATHERMAP', intervalMinutes: 15, paused: false };
  await follow({ cityIds: [CHICAGO], intervalMinutes: 60 });
  await api.sql('UPDATE tracked_cities SET paused = true');
  const cities = [
    { id: CHICAGO, tracking },
    { id: NEW_YORK, tracking },
  ];
  expect(await follow({ cityIds: [CHICAGO, NEW_YORK, CHICAGO] })).toEqual({ cities, userErrors: [] });
  const nulls = { cityIds: CHICAGO, intervalMinutes: null, source: null };
  expect(await follow(nulls)).toEqual({ cities: [{ id: CHICAGO, tracking }], userErrors: [] });
  expect(await count('tracked_cities')).toBe(2);
});

test('ids that no city has keep the others from being followed, and each is named where it stands', async () => {
  expect(await follow({ cityIds: [CHICAGO, '1', NEW_YORK, '2'] })).toEqual({
    cities: [],
    userErrors: [
      { code: 'NOT_FOUND', field: ['input', 'cityIds', '1'] },
      { code: 'NOT_FOUND', field: ['input', 'cityIds', '3'] },
    ],
  });
  expect([await count('tracked_cities'), await count('tracking_changes')]).toEqual([0, 0]);
});
