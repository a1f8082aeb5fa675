import { expect, test } from 'vitest';
import { parameterView } from '../domain/parameters.js';
import { differencesOf, forecastSentence } from './forecast-sentence.js';

const HOUR = 3_600_000;
const BEGIN = Date.parse('2026-11-24T06:00:00Z');
const NEW_YORK = { timeZone: 'America/New_York' };
const track = (from: number, step: number, ...values: (number | null)[]) => ({
  time: values.map((_, i) => BEGIN + (from + i * step) * HOUR),
  values,
});
const observed = track(0, 1, 8, 8.5, null, 9, 9.5, 10, 11);
const ahead = track(-3, 3, 5, 7, 10.5, 11, 4);
const chart = { id: '5128581', unit: '°C', observed, filled: observed };
const newest = { source: 'OpenWeatherMap', issuedAt: BEGIN + 6 * HOUR };
const temperature = parameterView('AIR_TEMPERATURE');

test('an instant that was forecast stands against the hour that begins at it, and against nothing where none came', () => {
  // 7 against 8, 10.5 against 9, 11 against 11; nothing came for the first and the last.
  expect(differencesOf(observed, ahead)).toEqual([-1, 1.5, 0]);
  expect(differencesOf(track(0, 1, null), track(0, 3, 5))).toEqual([]);
});

test('a forecast is told by its source and its extremes, and what had been said by how far it was off', () => {
  const coming = track(9, 3, 12, -1.5, null);
  expect(forecastSentence(NEW_YORK, chart, { newest, coming, ahead }, temperature)).toBe(
    'Forecast until Tue 24 Nov, 16:00, as OpenWeatherMap said on Tue 24 Nov, 07:00: ' +
      'from −1.5 °C (Tue 24 Nov, 13:00) to 12.0 °C (Tue 24 Nov, 10:00). ' +
      'What had been forecast a day before was off by 0.8 K on average, over 3 hours.',
  );
});

test('what was not forecast is not told', () => {
  const nothing = track(0, 3);
  expect(forecastSentence(NEW_YORK, chart, { newest, coming: nothing, ahead: nothing }, temperature)).toBe(
    '',
  );
});
