import { expect, test } from 'vitest';
import { parameterView } from '../domain/parameters.js';
import { chartSentence } from './sentence.js';

const NEW_YORK = { name: 'New York', timeZone: 'America/New_York' };
const HOUR = 3_600_000;
const BEGIN = Date.parse('2026-11-24T05:00:00Z');

function data(observed: (number | null)[], filled = observed) {
  const time = observed.map((_, i) => BEGIN + i * HOUR);
  return {
    id: '5128581',
    unit: '°C',
    observed: { time, values: observed },
    filled: { time, values: filled },
  };
}

test('a chart is told by its extremes with their local times, its mean, and its gaps', () => {
  const values = [8, null, 12, -1.5, null, null, 3.5];
  const filled = [8, 10, 12, -1.5, null, null, 3.5];
  expect(chartSentence(NEW_YORK, data(values, filled), parameterView('AIR_TEMPERATURE'), 'hour')).toBe(
    'New York: from −1.5 °C (Tue 24 Nov, 03:00) to 12.0 °C (Tue 24 Nov, 02:00), 5.5 °C on average. ' +
      '2 gaps of 3 hours in all, 1 of them filled and drawn dashed.',
  );
});

test('amounts are summed', () => {
  const amounts = { ...data([0, 1.2, 0.4]), unit: 'mm' };
  expect(chartSentence(NEW_YORK, amounts, parameterView('PRECIPITATION'), 'hour')).toBe(
    'New York: 1.6 mm in all. No gaps.',
  );
});

test('directions have no mean', () => {
  const directions = { ...data([350, 10]), unit: '°' };
  expect(chartSentence(NEW_YORK, directions, parameterView('WIND_FROM_DIRECTION'), 'hour')).not.toContain(
    'average',
  );
});

test('a chart without values says so', () => {
  expect(chartSentence(NEW_YORK, data([null, null]), parameterView('AIR_TEMPERATURE'), 'hour')).toBe(
    'New York: no air temperature in this time.',
  );
});
