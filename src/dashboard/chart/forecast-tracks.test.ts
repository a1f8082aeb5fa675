import { expect, test } from 'vitest';
import { forecastOf } from './forecast-tracks.js';

const point = (hour: string, value: number | null) => ({ validAt: `2026-11-24T${hour}:00:00Z`, value });
const at = (hour: string) => Date.parse(`2026-11-24T${hour}:00:00Z`);
const source = { name: 'OpenWeatherMap' };
const newest = (points: { validAt: string; value: number | null }[]) => ({
  ...{ issuedAt: '2026-11-24T08:10:00Z', source, points },
});

test('what was said a day before ends where the newest forecast begins', () => {
  const forecast = forecastOf({
    ...{ id: '1', forecast: newest([point('09', 5), point('12', 6)]) },
    forecastAhead: [point('03', 1), point('06', 2), point('09', 3), point('12', 4)],
  });
  expect(forecast).toEqual({
    newest: { source: 'OpenWeatherMap', issuedAt: Date.parse('2026-11-24T08:10:00Z') },
    ahead: { time: [at('03'), at('06')], values: [1, 2] },
    coming: { time: [at('09'), at('12')], values: [5, 6] },
  });
});

test('an instant that nobody forecast, or without a value, breaks the line', () => {
  const forecast = forecastOf({
    ...{ id: '1', forecast: null },
    forecastAhead: [point('00', 1), point('09', null), point('12', 3)],
  });
  expect(forecast?.newest).toBeNull();
  expect(forecast?.ahead).toEqual({
    time: [at('00'), at('03'), at('09'), at('12')],
    values: [1, null, null, 3],
  });
});

test('where none is kept there is none', () => {
  expect(forecastOf({ id: '1', forecast: null, forecastAhead: [] })).toBeUndefined();
  expect(forecastOf({ id: '1', forecast: newest([]), forecastAhead: [] })).toBeUndefined();
});
