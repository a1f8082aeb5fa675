import { expect, test } from 'vitest';
import { windFromDirection } from './wind.js';

test.each([
  [0, -5, 0, 'a wind towards the south comes from the north'],
  [-5, 0, 90, 'a wind towards the west comes from the east'],
  [0, 5, 180, 'a wind towards the north comes from the south'],
  [5, 0, 270, 'a wind towards the east comes from the west'],
  [3, 3, 225, 'a wind towards the north-east comes from the south-west'],
  [0.0001, -5, 0, 'a hair off north is still 0, never 360'],
])('u %d, v %d: %d° (%s)', (eastward, northward, expected) => {
  expect(windFromDirection(eastward, northward)).toBe(expected);
});

test('a wind that cancels out has no direction', () => {
  expect(windFromDirection(0.05, -0.05)).toBeNull();
});
