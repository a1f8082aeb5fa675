import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from './testing/api.js';
import { addObservation, addPlaces, idOf } from './testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.stop());

const NO_MONTHS =
  'in weeks, days or, after a T, hours and minutes, such as P30D or PT36H: months and years have no fixed length';

test.each([
  ['first: 0', 'first', 0, 'a whole number from 1 to 2500'],
  ['first: 2501', 'first', 2501, 'a whole number from 1 to 2500'],
  ['last: -1', 'last', -1, 'a whole number from 1 to 2500'],
  ['first: 1, last: 1', 'last', 1, 'absent when first is given'],
  ['past: "P1M"', 'past', 'P1M', NO_MONTHS],
  ['past: "P1Y"', 'past', 'P1Y', NO_MONTHS],
  ['past: "7 days"', 'past', '7 days', 'an ISO 8601 duration above zero, such as P7D or PT36H'],
  ['past: "PT0H"', 'past', 'PT0H', 'an ISO 8601 duration above zero, such as P7D or PT36H'],
  ['past: "P367D"', 'past', 'P367D', 'at most P366D'],
  ['after: "nonsense"', 'after', 'nonsense', 'a cursor of this very list, as it was answered'],
  [
    'range: { from: "2026-05-02T00:00:00Z", to: "2026-05-01T00:00:00Z" }',
    'range.to',
    '2026-05-01T00:00:00Z',
    'after 2026-05-02T00:00:00Z',
  ],
  [
    'range: { from: "2025-01-01T00:00:00Z", to: "2026-05-01T00:00:00Z" }',
    'range.to',
    '2026-05-01T00:00:00Z',
    'at most 366 days after from',
  ],
  [
    'range: { from: "0001-01-01T00:00:00Z", to: "2026-05-01T00:00:00Z" }',
    'range.from',
    '0001-01-01T00:00:00Z',
    'an RFC 3339 instant of the years 1900 to 2199, such as 2026-05-01T13:00:00Z',
  ],
  [
    'range: { from: "2026-02-30T00:00:00Z", to: "2026-05-01T00:00:00Z" }',
    'range.from',
    '2026-02-30T00:00:00Z',
    'an RFC 3339 instant of the years 1900 to 2199, such as 2026-05-01T13:00:00Z',
  ],
  [
    'range: { from: "2026-05-01T00:00:00Z", to: "9999-12-31T23:59:59Z" }',
    'range.to',
    '9999-12-31T23:59:59Z',
    'an RFC 3339 instant of the years 1900 to 2199, such as 2026-05-01T13:00:00Z',
  ],
  [
    'past: "P1D", range: { from: "2026-02-01T00:00:00Z", to: "2026-05-01T00:00:00Z" }',
    'past',
    'P1D',
    'absent when range is given',
  ],
])('refuses %s before the database is asked', async (args, argument, value, limit) => {
  const before = api.statements.length;
  const answer = await api.ask(`{ city(id: "1") { observations(${args}) { nodes { observedAt } } } }`);
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument, value, limit });
  expect(answer.errors?.[0]).toMatchObject({ path: ['city', 'observations'] });
  expect(api.statements).toHaveLength(before);
});

const DAY = 'a day of the calendar of the years 1900 to 2199, such as 2026-05-01';

test.each([
  ['range: { from: "2026-05-02", to: "2026-05-01" }', 'range.to', '2026-05-01', '2026-05-02 or later'],
  ['range: { from: "2026-02-30", to: "2026-05-01" }', 'range.from', '2026-02-30', DAY],
  ['range: { from: "0001-01-01", to: "2026-05-01" }', 'range.from', '0001-01-01', DAY],
  ['range: { from: "2026-05-01", to: "9999-12-31" }', 'range.to', '9999-12-31', DAY],
  ['range: { from: "2026-05-01T00:00:00Z", to: "2026-05-01" }', 'range.from', '2026-05-01T00:00:00Z', DAY],
  ['past: "PT36H"', 'past', 'PT36H', 'in whole days, such as P7D: local days are not cut'],
])('refuses days of %s before the database is asked', async (args, argument, value, limit) => {
  const before = api.statements.length;
  const answer = await api.ask(`{ city(id: "1") { dailySummaries(${args}) { nodes { date } } } }`);
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument, value, limit });
  expect(api.statements).toHaveLength(before);
});

test.each(['New York', '1.5', '-1', '0', '1e3', '2147483648', ''])('refuses %j as an id', async (id) => {
  const before = api.statements.length;
  const answer = await api.ask('query Q($id: ID!) { city(id: $id) { name } }', { id });
  expect(errorOf(answer)).toMatchObject({
    ...{ code: 'BAD_USER_INPUT', argument: 'id', value: id },
    limit: 'a GeoNames id: a whole number from 1 to 2147483647',
  });
  expect(api.statements).toHaveLength(before);
});

test('refuses a cursor of another list, though it is one of ours', async () => {
  await addPlaces(api, 'newYork');
  await addObservation(api, 'newYork', '2026-05-20T10:00:00Z');
  const lists = dataOf(
    await api.ask(
      `{ cities { edges { cursor } } city(id: "${idOf('newYork')}") { observations { edges { cursor } } } }`,
    ),
  ) as { cities: Edges; city: { observations: Edges } };
  const before = api.statements.length;
  for (const { edges } of [lists.cities, lists.city.observations]) {
    const value = edges[0]?.cursor ?? '';
    const answer = await api.ask(
      `{ city(id: "1") { dailySummaries(after: "${value}") { nodes { date } } } }`,
    );
    expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after', value });
  }
  expect(api.statements).toHaveLength(before);
});

interface Edges {
  edges: { cursor: string }[];
}
