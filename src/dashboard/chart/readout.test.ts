import { expect, test } from 'vitest';
import { readoutAt } from './readout.js';

const HOUR = 3_600_000;
const data = {
  id: '1',
  unit: '°C',
  observed: { time: [0, HOUR, 2 * HOUR], values: [5, null, 7] },
  filled: { time: [0, HOUR, 2 * HOUR], values: [5, 6, 7] },
  hourly: { time: [0, HOUR, 2 * HOUR], low: [4, null, 6], high: [6, null, 8] },
};

test('a moment has the values of the interval it lies in', () => {
  expect(readoutAt(data, 2 * HOUR + 60_000)).toEqual({
    mean: 7,
    filled: false,
    low: 6,
    high: 8,
    average24: null,
    forecast: null,
  });
});

test('a filled value says that it was filled', () => {
  expect(readoutAt(data, HOUR)).toMatchObject({ mean: 6, filled: true });
});

const NOTHING = { mean: null, filled: false, low: null, high: null, average24: null, forecast: null };

test('before the first interval and after the last there is nothing', () => {
  expect(readoutAt(data, -1)).toEqual(NOTHING);
  expect(readoutAt(data, 3 * HOUR)).toEqual(NOTHING);
});

test('what comes has its forecast alone, and what came has what had been said beside it', () => {
  const forecast = {
    newest: null,
    ahead: { time: [-3 * HOUR, 0], values: [4, 4.5] },
    coming: { time: [3 * HOUR, 6 * HOUR], values: [8, 9] },
  };
  expect(readoutAt({ ...data, forecast }, 2 * HOUR)).toMatchObject({ mean: 7, forecast: 4.5 });
  expect(readoutAt({ ...data, forecast }, 6 * HOUR)).toEqual({ ...NOTHING, forecast: 9 });
});
