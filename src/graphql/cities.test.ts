import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from './testing/api.js';
import { addPlaces, idOf, insert, PLACES } from './testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago', 'munich', 'auckland', 'mcMurdo');
  await insert(api, 'tracked_cities', {
    city_id: PLACES.chicago[0],
    source: 'OPENWEATHERMAP',
    interval_minutes: 15,
    next_due_at: '2026-05-20T12:10:00Z',
    last_fetched_at: '2026-05-20T11:55:00.4Z',
    failures: 2,
  });
});
afterAll(() => api.stop());

const names = async (args: string) => {
  const data = dataOf(await api.ask(`{ cities${args} { nodes { name } } }`));
  return (data as { cities: { nodes: { name: string }[] } }).cities.nodes.map(({ name }) => name);
};

test('answers a city by its GeoNames id', async () => {
  const answer = await api.ask(`{
    city(id: "${idOf('munich')}") {
      id name countryCode admin1Code population timeZone
      coordinates { latitude longitude elevation }
      tracking { failures }
    }
  }`);
  expect(dataOf(answer)).toEqual({
    city: {
      id: '2867714',
      name: 'München',
      countryCode: 'DE',
      admin1Code: '02',
      population: 1_260_391,
      timeZone: 'Europe/Berlin',
      coordinates: { latitude: 48.13743, longitude: 11.57549, elevation: 524 },
      tracking: null,
    },
  });
});

test('says how a city is followed', async () => {
  const answer = await api.ask(`{
    city(id: "${idOf('chicago')}") {
      tracking { source intervalMinutes nextDueAt lastFetchedAt lastObservedAt paused failures }
    }
  }`);
  expect(dataOf(answer)).toEqual({
    city: {
      tracking: {
        source: 'OPENWEATHERMAP',
        intervalMinutes: 15,
        nextDueAt: '2026-05-20T12:10:00Z',
        lastFetchedAt: '2026-05-20T11:55:00Z',
        lastObservedAt: null,
        paused: false,
        failures: 2,
      },
    },
  });
});

test('a city that is in no catalogue is null, without an error', async () => {
  expect(dataOf(await api.ask('{ city(id: "42") { name } }'))).toEqual({ city: null });
});

test('an id that is no number is refused before the database is asked', async () => {
  const before = api.statements.length;
  const answer = await api.ask('query Q($id: ID!) { city(id: $id) { name } }', { id: 'New York' });
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'id', value: 'New York' });
  expect(api.statements).toHaveLength(before);
});

test('lists the largest cities first, unknown populations last', async () => {
  expect(await names('')).toEqual(['New York', 'Chicago', 'München', 'Auckland', 'McMurdo Station']);
});

test('orders by name, and the other way round', async () => {
  const byName = ['Auckland', 'Chicago', 'McMurdo Station', 'München', 'New York'];
  expect(await names('(orderBy: { field: NAME })')).toEqual(byName);
  expect(await names('(orderBy: { field: NAME, direction: DESC })')).toEqual(byName.reverse());
});

test.each([
  ['{ countryCode: "US" }', ['New York', 'Chicago']],
  ['{ countryCode: "US", admin1Code: "IL" }', ['Chicago']],
  ['{ minPopulation: 1000000 }', ['New York', 'Chicago', 'München']],
  ['{ tracked: true }', ['Chicago']],
  ['{ tracked: false, countryCode: "US" }', ['New York']],
  ['{ ids: ["4887398", "2867714", "42"] }', ['Chicago', 'München']],
  ['{ ids: [] }', []],
  ['{ within: { north: 50, south: 40, west: -90, east: -70 } }', ['New York', 'Chicago']],
  ['{ within: { north: -30, south: -80, west: 170, east: -170 } }', ['Auckland']],
  ['{ near: { latitude: 41, longitude: -80, radiusKm: 800 } }', ['New York', 'Chicago']],
  ['{ near: { latitude: -77, longitude: -170, radiusKm: 700 } }', ['McMurdo Station']],
  ['{ search: "muenchen" }', ['München']],
  ['{ search: "chicgo" }', ['Chicago']],
])('finds cities by %s', async (filter, expected) => {
  expect(await names(`(filter: ${filter})`)).toEqual(expected);
});

test('says how far a city is from the point asked about, nearest first', async () => {
  const answer = await api.ask(`{
    cities(filter: { near: { latitude: 41.85003, longitude: -87.65005, radiusKm: 2000 } }) {
      edges { distanceKm node { name } }
    }
  }`);
  expect(dataOf(answer)).toEqual({
    cities: {
      edges: [
        { distanceKm: 0, node: { name: 'Chicago' } },
        { distanceKm: expect.closeTo(1145.84, 2) as number, node: { name: 'New York' } },
      ],
    },
  });
});

test('counts all that match only when asked', async () => {
  const before = api.statements.length;
  const answer = await api.askAs(
    undefined,
    '{ cities(first: 1, filter: { countryCode: "US" }) { totalCount } }',
  );
  expect(dataOf(answer)).toEqual({ cities: { totalCount: 2 } });
  await names('(first: 1)');
  expect(api.statements.slice(before).filter((text) => text.includes('count(*)'))).toHaveLength(1);
});

test.each([
  '',
  ', orderBy: { field: NAME }',
  ', filter: { near: { latitude: 0, longitude: 0, radiusKm: 20040 } }',
])('pages forwards and backwards through the same cities%s', async (args) => {
  const query = (page: string) => `{
      cities(${page}${args}) { edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
    }`;
  interface Page {
    edges: { cursor: string; node: { name: string } }[];
    pageInfo: Record<'startCursor' | 'endCursor', string> & Record<string, unknown>;
  }
  const page = async (text: string) => (dataOf(await api.ask(query(text))) as { cities: Page }).cities;
  const all = (await page('first: 500')).edges.map(({ node }) => node.name);
  const first = await page('first: 2');
  const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
  const third = await page(`first: 2, after: "${second.pageInfo.endCursor}"`);
  expect([first, second, third].flatMap(({ edges }) => edges.map(({ node }) => node.name))).toEqual(all);
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  expect(second.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const back = await page(`last: 2, before: "${third.pageInfo.startCursor}"`);
  expect(back).toEqual(second);
  const end = await page('last: 1');
  expect(end.edges).toEqual(third.edges);
  expect(end.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
});

test('a cursor of another order is refused', async () => {
  const { cities } = dataOf(await api.ask('{ cities { pageInfo { endCursor } } }')) as {
    cities: { pageInfo: { endCursor: string } };
  };
  const cursor = cities.pageInfo.endCursor;
  const answer = await api.ask(`{ cities(after: "${cursor}", orderBy: { field: NAME }) { nodes { id } } }`);
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after', value: cursor });
});
