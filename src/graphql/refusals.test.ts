import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorOf, testApi, type TestApi } from './testing/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.stop());

test.each([
  ['first: 0', 'first', 0, 'a whole number from 1 to 500'],
  ['first: 501', 'first', 501, 'a whole number from 1 to 500'],
  ['last: -1', 'last', -1, 'a whole number from 1 to 500'],
  ['first: 1, last: 1', 'last', 1, 'absent when first is given'],
  ['past: "P1M"', 'past', 'P1M', 'in days or weeks: months and years have no fixed length'],
  ['past: "P1Y"', 'past', 'P1Y', 'in days or weeks: months and years have no fixed length'],
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
