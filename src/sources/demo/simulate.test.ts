import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PARAMETERS, type Parameter } from '../../domain/parameters.js';
import { DAY, HOUR, MINUTE } from '../../domain/time.js';
import { openWeatherMapCodes, wmoCode } from './codes.js';
import { describeCondition } from '../../domain/conditions.js';
import { simulate, type Weather } from './simulate.js';
import { solarHour } from './sun.js';

const SEED = 1;
const NEW_YORK = [40.71, -74.01] as const;
const CITIES = [
  NEW_YORK,
  [51.51, -0.13],
  [33.45, -112.07],
  [-33.87, 151.21],
  [1.35, 103.82],
  [69.65, 18.96],
] as const;

const PARAMETER_OF: Partial<Record<keyof Weather, Parameter>> = {
  airTemperature: 'AIR_TEMPERATURE',
  apparentTemperature: 'APPARENT_TEMPERATURE',
  dewPoint: 'DEW_POINT_TEMPERATURE',
  relativeHumidity: 'RELATIVE_HUMIDITY',
  meanSeaLevelPressure: 'MEAN_SEA_LEVEL_PRESSURE',
  surfacePressure: 'SURFACE_PRESSURE',
  windSpeed: 'WIND_SPEED',
  windGust: 'WIND_GUST_SPEED',
  windFromDirection: 'WIND_FROM_DIRECTION',
  cloudCover: 'CLOUD_COVER',
  visibility: 'VISIBILITY',
  rain: 'RAIN',
  snow: 'SNOW',
};

const anyPlace = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  at: fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
});

/** Every third hour of 2025. */
function year([latitude, longitude]: readonly [number, number]): { at: Date; weather: Weather }[] {
  return Array.from({ length: 2920 }, (_, index) => {
    const at = new Date(Date.UTC(2025, 0, 1) + index * 3 * HOUR);
    return { at, weather: simulate(SEED, latitude, longitude, at) };
  });
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

test('is the same for the same place, instant and seed, and another for another seed', () => {
  const at = new Date('2026-07-01T12:00:00Z');
  expect(simulate(SEED, ...NEW_YORK, at)).toEqual(simulate(SEED, ...NEW_YORK, at));
  expect(simulate(SEED, ...NEW_YORK, at)).not.toEqual(simulate(2, ...NEW_YORK, at));
});

test('stays within what the warehouse takes for possible, everywhere and always', () => {
  fc.assert(
    fc.property(anyPlace, ({ latitude, longitude, at }) => {
      const weather = simulate(SEED, latitude, longitude, at);
      for (const [field, parameter] of Object.entries(PARAMETER_OF)) {
        const [min, max] = PARAMETERS[parameter].range;
        const value = weather[field as keyof Weather];
        expect(value, field).toBeGreaterThanOrEqual(min);
        expect(value, field).toBeLessThanOrEqual(max);
      }
      expect(weather.dewPoint).toBeLessThanOrEqual(weather.airTemperature + 0.01);
      expect(weather.windGust).toBeGreaterThan(weather.windSpeed);
    }),
    { numRuns: 3000 },
  );
});

test('changes gently from one moment to the next', () => {
  fc.assert(
    fc.property(anyPlace, ({ latitude, longitude, at }) => {
      const now = simulate(SEED, latitude, longitude, at);
      const soon = simulate(SEED, latitude, longitude, new Date(at.getTime() + 10 * MINUTE));
      expect(Math.abs(soon.airTemperature - now.airTemperature)).toBeLessThan(1.5);
      expect(Math.abs(soon.meanSeaLevelPressure - now.meanSeaLevelPressure)).toBeLessThan(2);
    }),
    { numRuns: 1000 },
  );
});

describe.each(CITIES)('at %d, %d', (latitude, longitude) => {
  const hours = year([latitude, longitude]);
  const temperatures = (months: number[]): number[] =>
    hours.filter(({ at }) => months.includes(at.getUTCMonth())).map(({ weather }) => weather.airTemperature);

  test('summer is warmer than winter, on the right half of the Earth', () => {
    const difference = mean(temperatures([5, 6, 7])) - mean(temperatures([11, 0, 1]));
    if (Math.abs(latitude) > 20) expect(Math.sign(difference)).toBe(Math.sign(latitude));
  });

  test('afternoons are warmer and drier than the end of the night', () => {
    const at = (from: number, to: number): Weather[] =>
      hours.filter((hour) => inHours(solarHour(longitude, hour.at), from, to)).map(({ weather }) => weather);
    const field = (list: Weather[], name: 'airTemperature' | 'relativeHumidity'): number =>
      mean(list.map((weather) => weather[name]));
    expect(field(at(13, 17), 'airTemperature')).toBeGreaterThan(field(at(2, 6), 'airTemperature') + 0.5);
    expect(field(at(13, 17), 'relativeHumidity')).toBeLessThan(field(at(2, 6), 'relativeHumidity'));
  });

  test('it rains or snows sometimes, in spells, more often under low pressure and never from a clear sky', () => {
    const wet = hours.filter(({ weather }) => weather.rain + weather.snow > 0);
    expect(wet.length / hours.length).toBeGreaterThan(0.02);
    expect(wet.length / hours.length).toBeLessThan(0.35);
    const pressure = (list: typeof hours): number =>
      mean(list.map(({ weather }) => weather.meanSeaLevelPressure));
    expect(pressure(wet)).toBeLessThan(pressure(hours));
    expect(Math.min(...wet.map(({ weather }) => weather.cloudCover))).toBeGreaterThan(50);
  });

  test('conditions agree with values', () => {
    for (const { weather } of hours) {
      const [primary] = openWeatherMapCodes(weather);
      const groups = [describeCondition(primary ?? -1).group, describeCondition(wmoCode(weather)).group];
      if (weather.snow > weather.rain) expect(groups).toEqual(['Snow', 'Snow']);
      if (weather.rain > 0 && weather.snow === 0) expect(['Rain', 'Thunderstorm']).toContain(groups[0]);
      if (weather.rain + weather.snow === 0) expect(['Clear', 'Clouds', 'Fog', 'Mist']).toContain(groups[0]);
      if (weather.airTemperature < 0) expect(weather.rain).toBe(0);
      if (weather.airTemperature > 2) expect(weather.snow).toBe(0);
    }
  });
});

test('wind blows around a low against the clock in the north and with it in the south', () => {
  // Pressure lower to the west: wind from the south in the north, from the north in the south.
  const samples = (latitude: number): number[] =>
    year([latitude, 30]).flatMap(({ at, weather }) => {
      const west = simulate(SEED, latitude, 26, at).meanSeaLevelPressure;
      const east = simulate(SEED, latitude, 34, at).meanSeaLevelPressure;
      return east - west > 6 ? [Math.cos((weather.windFromDirection * Math.PI) / 180)] : [];
    });
  expect(mean(samples(50))).toBeLessThan(-0.3);
  expect(mean(samples(-50))).toBeGreaterThan(0.3);
});

test('weather comes from the west', () => {
  const pressure = (longitude: number, at: number): number =>
    simulate(SEED, 50, longitude, new Date(at)).meanSeaLevelPressure;
  const days = Array.from({ length: 365 }, (_, index) => Date.UTC(2025, 0, 1) + index * DAY);
  const difference = (later: number): number =>
    mean(days.map((at) => Math.abs(pressure(10, at + DAY) - pressure(10 + later, at))));
  expect(difference(-10)).toBeLessThan(difference(0));
  expect(difference(0)).toBeLessThan(difference(10));
});

function inHours(hour: number, from: number, to: number): boolean {
  return hour >= from && hour < to;
}
