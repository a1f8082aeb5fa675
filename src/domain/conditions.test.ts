import { expect, test } from 'vitest';
import { describeCondition } from './conditions.js';

test.each([
  [200, 'Thunderstorm', 'thunderstorm with light rain'],
  [500, 'Rain', 'light rain'],
  [616, 'Snow', 'rain and snow'],
  [741, 'Fog', 'fog'],
  [804, 'Clouds', 'overcast clouds'],
])('reads %i in the table of OpenWeatherMap', (code, group, description) => {
  expect(describeCondition(code)).toEqual({ group, description });
});

test.each([
  [0, 'Clear', 'clear sky'],
  [3, 'Clouds', 'overcast'],
  [48, 'Fog', 'depositing rime fog'],
  [67, 'Rain', 'heavy freezing rain'],
  [99, 'Thunderstorm', 'thunderstorm with heavy hail'],
])('reads %i in the table of the WMO', (code, group, description) => {
  expect(describeCondition(code)).toEqual({ group, description });
});

test('passes an unknown code on with its number', () => {
  expect(describeCondition(950)).toEqual({ group: 'Unknown', description: 'condition code 950' });
  expect(describeCondition(4).group).toBe('Unknown');
});
