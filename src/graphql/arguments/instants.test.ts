import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoDay, isoInstant, parseDate, parseDuration, parseInstant } from './instants.js';

const seconds = fc.integer({ min: Date.UTC(1900) / 1000, max: Date.UTC(2200) / 1000 - 1 });

test('instants come out as they went in', () => {
  fc.assert(
    fc.property(seconds, (instant) => {
      expect(parseInstant('at', isoInstant(instant))).toBe(instant);
      expect(isoInstant(instant)).toBe(new Date(instant * 1000).toISOString().replace('.000Z', 'Z'));
      expect(parseDate('on', isoDay(instant))).toBe(Math.floor(instant / 86_400) * 86_400);
    }),
  );
});

describe('an instant', () => {
  test.each([
    ['2026-05-01T13:00:00Z', '2026-05-01T13:00:00Z'],
    ['2026-05-01t13:00:00z', '2026-05-01T13:00:00Z'],
    ['2026-05-01T13:00:00+05:45', '2026-05-01T07:15:00Z'],
    ['2026-05-01T00:00:00-11:00', '2026-05-01T11:00:00Z'],
    ['2026-05-01T13:00:00.999Z', '2026-05-01T13:00:00Z'],
  ])('%s is %s', (text, expected) => {
    expect(isoInstant(parseInstant('at', text))).toBe(expected);
  });

  test.each([
    '',
    '2026-05-01',
    '2026-05-01T24:00:00Z',
    '2026-05-01T13:60:00Z',
    '2026-05-01T13:00:60Z',
    '2026-13-01T13:00:00Z',
    '2026-02-29T13:00:00Z',
    '1899-12-31T23:59:59Z',
    '2200-01-01T00:00:00Z',
    '+002026-05-01T13:00:00Z',
    '1777640400',
    ' 2026-05-01T13:00:00Z',
  ])('%j is none', (text) => {
    expect(() => parseInstant('range.from', text)).toThrow('range.from must be an RFC 3339 instant');
  });
});

test.each([
  '2026-05-01T13:00:00',
  '2026-05-01T13:00',
  '2026-05-01 13:00:00.5 CEST',
  '2026-05-01T13:00:00 Mars/Olympus',
  '2026-05-01T13:00:00[Europe/Berlin]',
])('%j has no zone that is read, and the error says what to write', (text) => {
  expect(() => parseInstant('range.from', text)).toThrow(
    /^range\.from must be an instant with Z or its offset, such as .*: names of zones are not read; it is "/,
  );
});

test.each([
  ['P7D', 7 * 86_400],
  ['P2W', 14 * 86_400],
  ['PT36H', 36 * 3600],
  ['PT90M', 5400],
  ['P1DT12H30M', 86_400 + 12 * 3600 + 1800],
])('%s is %d seconds', (text, expected) => {
  expect(parseDuration('past', text)).toBe(expected);
});

test.each(['', 'P', 'PT', 'P1', 'P1DT', '-P1D', 'P1.5D', 'PT10S', 'P0D', 'P99999999999999999999D', 'p1d'])(
  '%j is no duration',
  (text) => {
    expect(() => parseDuration('past', text)).toThrow('past must be');
  },
);
