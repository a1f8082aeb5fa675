import { expect, test } from 'vitest';
import { rangeBars } from './week-scale.js';

test('days share one scale, from the least to the greatest of all', () => {
  expect(
    rangeBars([
      { min: 0, max: 5 },
      { min: 5, max: 10 },
      { min: null, max: null },
    ]),
  ).toEqual([{ from: 0, width: 50 }, { from: 50, width: 50 }, null]);
});

test('a day of one value is still seen', () => {
  expect(rangeBars([{ min: 4, max: 4 }])).toEqual([{ from: 0, width: 3 }]);
});
