import { expect, test } from 'vitest';
import { readoutAt } from './readout.js';

const HOUR = 3_600_000;
const data = {
  id: '1',
  unit: '°C',
  observed: { time: [0, HOUR, 2 * HOUR], values: [5, null, 7] },
  filled: { time: [0, HOUR, 2 * HOUR], values: [5, 6, 7] },
  hourly: { time: [0, 2 * HOUR], low: [4, 6], high: [6, 8] },
};

test('a moment has the values of the interval it lies in', () => {
  expect(readoutAt(data, 2 * HOUR + 60_000)).toEqual({
    mean: 7,
    filled: false,
    low: 6,
    high: 8,
    average24: null,
  });
});

test('a filled value says that it was filled', () => {
  expect(readoutAt(data, HOUR)).toMatchObject({ mean: 6, filled: true });
});

test('before the first interval there is nothing', () => {
  expect(readoutAt(data, -1)).toEqual({ mean: null, filled: false, low: null, high: null, average24: null });
});
