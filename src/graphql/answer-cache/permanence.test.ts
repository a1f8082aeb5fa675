import { getOperationAST, parse } from 'graphql';
import { expect, test } from 'vitest';
import { executableSchema } from '../schema/schema.js';
import { PermanenceOf } from './permanence.js';

const permanence = new PermanenceOf(executableSchema());
const NOW = Date.parse('2026-05-20T12:00:00Z') / 1000;

function of(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  const operation = getOperationAST(document);
  return operation && permanence.of(document, operation, variables, NOW);
}

const OLD = 'range: { from: "2026-04-01T00:00:00Z", to: "2026-05-01T00:00:00Z" }';
const RECENT = 'range: { from: "2026-05-01T00:00:00Z", to: "2026-05-20T00:00:00Z" }';
const inCity = (fields: string) => `{ city(id: "1") { name ${fields} } }`;

test.each([
  ['the clock decides', inCity('observations(past: "P1D") { nodes { observedAt } }')],
  ['this process decides', '{ warehouse { nextRuns { at } } }'],
  ['a day may end', inCity(`dailySummaries { nodes { coverage { complete } } }`)],
  ['each city’s yesterday', '{ ranking(by: AIR_TEMPERATURE_MAX) { rank } }'],
  ['a fragment hides it', '{ ...F } fragment F on Query { warehouse { demo } }'],
  [
    'an input object hides it',
    '{ observations(filter: { cityIds: ["1"], past: "P1D" }) { nodes { observedAt } } }',
  ],
  ['a write', 'mutation { refreshWeather(input: {}) { run { id } } }'],
])('no answer is kept when it depends on more than the data: %s', (_, query) => {
  expect(of(query)).toBe('NEVER');
});

test('a variable may make an answer depend on the clock', () => {
  const query = `query Q($past: Duration, $filter: ObservationFilter!) {
    city(id: "1") { observations(past: $past) { nodes { observedAt } } }
    observations(filter: $filter) { nodes { observedAt } }
  }`;
  expect(of(query, { filter: { cityIds: ['1'] } })).toBe('DATA');
  expect(of(query, { past: 'P1D', filter: { cityIds: ['1'] } })).toBe('NEVER');
  expect(of(query, { filter: { cityIds: ['1'], past: 'P1D' } })).toBe('NEVER');
});

test.each([
  ['the newest', inCity('latestObservation { airTemperature wind { speed } }')],
  ['the newest day', inCity('observations { nodes { observedAt } }')],
  ['days not long gone', inCity(`observations(${RECENT}) { nodes { observedAt } }`)],
  [
    'an old range beside a new one',
    inCity(
      `a: observations(${OLD}) { nodes { observedAt } } observations(${RECENT}) { nodes { observedAt } }`,
    ),
  ],
  ['nothing of time', inCity('')],
  ['a ranking of a day', '{ ranking(by: AIR_TEMPERATURE_MAX, date: "2026-05-19") { rank city { name } } }'],
])('an answer holds for a version of the data: %s', (_, query) => {
  expect(of(query)).toBe('DATA');
});

test('an answer about what is long past may be kept for long', () => {
  expect(of(inCity(`observations(${OLD}) { nodes { observedAt } }`))).toBe('PAST');
  expect(
    of(
      inCity(
        'dailySummaries(range: { from: "2026-04-01", to: "2026-04-30" }) { nodes { date hours { nodes { hour } } } }',
      ),
    ),
  ).toBe('PAST');
  const series =
    'query Q($range: TimeRange!) { series(cityIds: ["1"], parameters: [RAIN], range: $range) { time } }';
  expect(of(series, { range: { from: '2025-01-01T00:00:00Z', to: '2025-02-01T00:00:00Z' } })).toBe('PAST');
});
