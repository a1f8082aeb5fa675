import { expect, test } from 'vitest';
import { parseForecast } from './parse-forecast.js';

const PLACE = { cityId: 1, latitude: 59.86, longitude: 17.64 };
const STEP = {
  dt: 1_700_000_000,
  main: { temp: 280.15, feels_like: 278.15, pressure: 1010, sea_level: 1010, grnd_level: 1005, humidity: 80 },
  weather: [{ id: 500 }],
  clouds: { all: 90 },
  wind: { speed: 3, deg: 200 },
  pop: 0.37,
  rain: { '3h': 1.2 },
  snow: { '3h': 0.3 },
};
const CITY = { id: 5, coord: { lat: 59.8586, lon: 17.6389 } };

function read(reply: unknown) {
  return parseForecast(Buffer.from(JSON.stringify(reply)), { place: PLACE, units: 'STANDARD' });
}

test('a step is read in the catalogue’s units, amounts of three hours and the probability with it', () => {
  const { observations, rejections } = read({ cod: '200', list: [STEP], city: CITY });
  expect(rejections).toEqual([]);
  expect(observations).toMatchObject([
    {
      observedAt: new Date(1_700_000_000_000),
      conditionCodes: [500],
      precipitationProbability: 37,
      values: { RELATIVE_HUMIDITY: 80, RAIN: 1.2, SNOW: 0.3, PRECIPITATION: 1.5, WIND_SPEED: 3 },
    },
  ]);
  expect(observations[0]?.values.AIR_TEMPERATURE).toBeCloseTo(7, 9);
});

test('a step that does not fit costs itself', () => {
  const list = [{ ...STEP, main: {} }, { ...STEP, dt: 'soon' }, { ...STEP, pop: 37 }, null, STEP];
  const { observations, rejections } = read({ cod: '200', list, city: CITY });
  expect(observations).toHaveLength(2);
  expect(observations[0]).not.toHaveProperty('precipitationProbability');
  expect(rejections.map(({ reason, path }) => `${reason} ${path}`).sort()).toEqual([
    'MISSING list[0].main.temp',
    'MISSING list[3].dt',
    'MISSING list[3].main.temp',
    'OUT_OF_RANGE list[2].pop',
    'SCHEMA list[1].dt',
  ]);
});

test.each([
  ['another place', { cod: '200', list: [STEP], city: { coord: { lat: 10, lon: 10 } } }, 'PLACE_MISMATCH'],
  ['an error inside a 200', { cod: 401, message: 'Invalid API key' }, 'HTTP'],
  ['no list', { cod: '200', city: CITY }, 'MISSING'],
  ['no place', { cod: '200', list: [STEP] }, 'MISSING'],
])('%s is refused', (_, reply, reason) => {
  const { observations, rejections } = read(reply);
  expect(observations).toEqual([]);
  expect(rejections.map((rejection) => rejection.reason)).toContain(reason);
});
