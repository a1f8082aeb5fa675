import { expect, test } from 'vitest';
import { align } from './align.js';

test('tracks share one axis: where one has no such instant its line goes on, where it has no value it breaks', () => {
  const hours = { time: [0, 3_600_000, 7_200_000], values: [1, null, 3] };
  const observations = { time: [1_800_000], values: [2] };
  expect(align([hours, observations])).toEqual([
    [0, 1_800, 3_600, 7_200],
    [1, undefined, null, 3],
    [undefined, 2, undefined, undefined],
  ]);
});

test('no tracks make an axis without instants', () => {
  expect(align([])).toEqual([[]]);
});
