import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from './testing/api.js';
import { addObservation, addPlaces, idOf, insert, PLACES, type PlaceName } from './testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'auckland', 'chicago', 'newYork');
  for (const hour of ['09', '10', '11']) {
    await addObservation(api, 'auckland', `2026-05-20T${hour}:00:00Z`, { air_temperature_c: 1 });
    await addObservation(api, 'newYork', `2026-05-20T${hour}:00:00Z`, { air_temperature_c: 3 });
  }
  // Long silent: its newest day is another one.
  await addObservation(api, 'chicago', '2026-04-01T10:00:00Z', { air_temperature_c: 2 });
  for (const [place, date] of [
    ['auckland', '2026-05-20'],
    ['auckland', '2026-05-21'],
    ['newYork', '2026-05-19'],
    ['newYork', '2026-05-20'],
  ] as const) {
    await insert(api, 'daily_summaries', {
      city_id: PLACES[place][0],
      local_date: date,
      ends_at: `${date}T23:00:00Z`,
      sample_count: 24,
      observed_hours: 12,
      expected_hours: 24,
      sources: '{DEMO}',
    });
  }
  await insert(api, 'moving_averages', {
    city_id: PLACES.newYork[0],
    hour: '2026-05-20T11:00:00Z',
    window_hours: 24,
    observed_hours: 3,
    air_temperature_c: 3,
  });
});
afterAll(() => api.stop());

const ids = (...places: PlaceName[]) =>
  `cityIds: [${places.map((place) => `"${idOf(place)}"`).join(', ')}, "99"]`;
const RANGE = 'range: { from: "2026-03-01T00:00:00Z", to: "2026-06-01T00:00:00Z" }';

interface Page {
  nodes: { city: { name: string }; observedAt: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

const page = async (filter: string, args = '') => {
  const answer = await api.ask(`{
    observations(filter: { ${filter} }${args}) {
      nodes { city { name } observedAt } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`);
  return (dataOf(answer) as { observations: Page }).observations;
};
const rows = ({ nodes }: Page) =>
  nodes.map(({ city, observedAt }) => `${city.name} ${observedAt.slice(5, 13)}`);

const AUCKLAND = ['Auckland 05-20T09', 'Auckland 05-20T10', 'Auckland 05-20T11'];
const NEW_YORK = ['New York 05-20T09', 'New York 05-20T10', 'New York 05-20T11'];
const ALL = [...AUCKLAND, 'Chicago 04-01T10', ...NEW_YORK];

test('answers city by city, in the order of their ids', async () => {
  expect(rows(await page(`${ids('newYork', 'chicago', 'auckland')}, ${RANGE}`))).toEqual(ALL);
  const latestFirst = await page(`${ids('newYork', 'auckland')}, ${RANGE}`, ', direction: DESC');
  expect(rows(latestFirst)).toEqual([...AUCKLAND.toReversed(), ...NEW_YORK.toReversed()]);
});

test('without a range each city answers its own newest day', async () => {
  expect(rows(await page(ids('newYork', 'chicago', 'auckland')))).toEqual(ALL);
});

test('an unknown city is passed over; none at all is an empty page', async () => {
  expect((await page('cityIds: ["99"]')).nodes).toEqual([]);
  expect((await page('cityIds: []')).nodes).toEqual([]);
});

describe.each([
  ['one window for all', RANGE],
  ['windows of their own', ''],
])('with %s', (_, range) => {
  const filter = `${ids('newYork', 'chicago', 'auckland')}, ${range}`;

  test.each(['ASC', 'DESC'])('pages cross cities forwards and backwards, %s', async (direction) => {
    const order = `, direction: ${direction}`;
    const all = rows(await page(filter, order));
    const first = await page(filter, `${order}, first: 3`);
    const second = await page(filter, `${order}, first: 3, after: "${first.pageInfo.endCursor}"`);
    const third = await page(filter, `${order}, first: 3, after: "${second.pageInfo.endCursor}"`);
    expect([...rows(first), ...rows(second), ...rows(third)]).toEqual(all);
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(await page(filter, `${order}, last: 3, before: "${third.pageInfo.startCursor}"`)).toEqual(second);
    expect(rows(await page(filter, `${order}, last: 2`))).toEqual(all.slice(-2));
  });
});

test('the past in days is that of each city’s calendar', async () => {
  // It is 20 May in New York and 21 May in Auckland already.
  const answer = await api.ask(`{
    dailySummaries(filter: { ${ids('newYork', 'auckland')}, past: "P1D", minCoverage: 0.5 }) { nodes { city { name } date } }
  }`);
  expect(dataOf(answer)).toEqual({
    dailySummaries: {
      nodes: [
        { city: { name: 'Auckland' }, date: '2026-05-21' },
        { city: { name: 'New York' }, date: '2026-05-20' },
      ],
    },
  });
});

test('moving averages of many cities', async () => {
  const answer = await api.ask(`{
    movingAverages(filter: { ${ids('newYork', 'auckland')}, windowHours: 24 }) { nodes { city { name } hour airTemperature coverage } }
  }`);
  expect(dataOf(answer)).toEqual({
    movingAverages: {
      nodes: [
        { city: { name: 'New York' }, hour: '2026-05-20T11:00:00Z', airTemperature: 3, coverage: 0.125 },
      ],
    },
  });
});

test('many cities take a fixed number of statements', async () => {
  const before = api.statements.length;
  await api.askAs(
    undefined,
    `{ observations(filter: { ${ids('newYork', 'chicago', 'auckland')} }) { nodes { observedAt city { name } } } }`,
  );
  // Cities, newest instants, observations.
  expect(api.statements.length - before).toBe(3);
});

test.each([
  ['observations(filter: { cityIds: ["x"] }) { nodes { observedAt } }', 'filter.cityIds.0'],
  [
    `observations(filter: { cityIds: [${'"1", '.repeat(501)}] }) { nodes { observedAt } }`,
    'filter.cityIds.length',
  ],
  ['observations(filter: { cityIds: ["1"], past: "P1Y" }) { nodes { observedAt } }', 'filter.past'],
  ['dailySummaries(filter: { cityIds: ["1"], minCoverage: 2 }) { nodes { date } }', 'filter.minCoverage'],
  ['movingAverages(filter: { cityIds: ["1"], windowHours: 0 }) { nodes { hour } }', 'filter.windowHours'],
])('refuses %.80s', async (field, argument) => {
  const before = api.statements.length;
  expect(errorOf(await api.ask(`{ ${field} }`))).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  expect(api.statements).toHaveLength(before);
});

test('a cursor of one city’s list is none of a list of many', async () => {
  const { pageInfo } = await page(`${ids('newYork')}, ${RANGE}`, ', first: 1');
  const answer = await api.ask(
    `{ city(id: "${idOf('newYork')}") { observations(after: "${pageInfo.endCursor}") { nodes { observedAt } } } }`,
  );
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
});
