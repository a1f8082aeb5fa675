import { expect, test } from 'vitest';
import { archiveWeight } from './weight.js';

test.each([
  ['ten variables of two weeks', [10, 14, 1], 1],
  ['ten variables of a year', [10, 365, 1], 26.07],
  ['a single value', [1, 1, 1], 1],
  ['a single value at three places', [1, 1, 3], 3],
  ['fourteen variables of a day', [14, 1, 1], 1.4],
  ['fourteen variables of a month', [14, 30, 1], 3],
] as const)('prices %s', (_, [variables, days, places], weight) => {
  expect(archiveWeight(variables, days, places)).toBeCloseTo(weight, 2);
});
