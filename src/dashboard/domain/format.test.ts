import { describe, expect, test } from 'vitest';
import {
  compassPoint,
  countText,
  formatAge,
  formatDay,
  formatDuration,
  formatInstant,
  formatValue,
} from './format.js';

describe('values', () => {
  test.each([
    [9.75, '°C', 1, '9.8 °C'],
    [-3.2, '°F', 1, '−3.2 °F'],
    [-0.04, '°C', 1, '0.0 °C'],
    [1_013.25, 'hPa', 0, '1,013 hPa'],
    [0.523, '1', 0, '0.52'],
    [30.04, 'inHg', 0, '30.04 inHg'],
    [61, '%', 0, '61%'],
    [225, '°', 0, '225°'],
    [null, '°C', 1, '–'],
    [0, 'mm', 1, '0.0 mm'],
  ])('%s %s with %s digits reads %s', (value, unit, digits, text) => {
    expect(formatValue(value, unit, digits)).toBe(text);
  });
});

describe('times', () => {
  const NOW = Date.parse('2026-11-24T13:00:00Z');
  test.each([
    [NOW - 10_000, 'just now'],
    [NOW - 12 * 60_000, '12 min ago'],
    [NOW - 5 * 3_600_000, '5 h ago'],
    [NOW - 4 * 86_400_000, '4 days ago'],
    [NOW + 3 * 60_000, 'in 3 min'],
    [NOW + 10_000, 'in a moment'],
  ])('%s reads %s', (at, text) => {
    expect(formatAge(at, NOW)).toBe(text);
  });

  test('are those of the city', () => {
    expect(formatInstant(NOW, 'Pacific/Auckland')).toBe('Wed 25 Nov, 02:00');
    expect(formatDay('2026-11-24')).toBe('Tue 24 Nov');
  });

  test('last as long as a reader can picture', () => {
    expect([40, 1_500, 42_000, 300_000].map(formatDuration)).toEqual(['40 ms', '1.5 s', '42 s', '5 min']);
  });
});

test('directions are points of the compass', () => {
  expect([0, 359, 225, 90, 348.75].map(compassPoint)).toEqual(['N', 'N', 'SW', 'E', 'N']);
});

test('one thing is singular', () => {
  expect([countText(1, 'city', 'cities'), countText(0, 'city', 'cities'), countText(1_200, 'gap')]).toEqual([
    '1 city',
    '0 cities',
    '1,200 gaps',
  ]);
});
