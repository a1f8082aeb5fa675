import { expect, test } from 'vitest';
import { glyphOf, isStale } from './conditions.js';

test.each([
  ['Clear', 'clear'],
  ['Clouds', 'clouds'],
  ['Drizzle', 'rain'],
  ['Thunderstorm', 'thunder'],
  ['Snow', 'snow'],
  ['Mist', 'mist'],
  [undefined, 'unknown'],
])('%s is drawn as %s', (group, glyph) => {
  expect(glyphOf(group)).toBe(glyph);
});

test('an observation is stale once two intervals and a quarter of an hour went by', () => {
  const minutes = (n: number) => n * 60_000;
  expect(isStale(0, 15, minutes(45))).toBe(false);
  expect(isStale(0, 15, minutes(45) + 1)).toBe(true);
});
