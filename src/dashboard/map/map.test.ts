import { describe, expect, test } from 'vitest';
import { colourScale } from './colour-scale.js';
import { mapSentence } from './map-sentence.js';
import { mapValues } from './map-values.js';
import { atlasFor } from './projection.js';
import { anomalyReadings, nowReadings, rankingReadings, recordReadings, weeksReadings } from './readings.js';

describe('colours', () => {
  test('go from the dark end of viridis to the light one, and no further', () => {
    const { colourOf } = colourScale([0, 10]);
    expect([0, 10, -5, 99].map(colourOf)).toEqual(['#440154', '#fde725', '#440154', '#fde725']);
  });

  test('have zero in the middle when asked to', () => {
    const { min, max, colourOf } = colourScale([-2, 5], true);
    expect([min, max, colourOf(0)]).toEqual([-5, 5, '#f0f0f0']);
  });

  test('equal values have one colour', () => {
    expect(colourScale([3, 3]).colourOf(3)).toMatch(/^#[0-9a-f]{6}$/);
  });
});

describe('the ground', () => {
  const place = (latitude: number, longitude: number) => ({ latitude, longitude });
  const honolulu = place(21.3, -157.9);
  test('is the United States when every city is there, Hawaii and Alaska included', () => {
    expect(atlasFor([place(40.7, -74), honolulu, place(61.2, -149.9)])).toBe('US');
  });
  test('is the world when one is elsewhere, or none is known', () => {
    expect(atlasFor([honolulu, place(48.1, 11.6)])).toBe('WORLD');
    expect(atlasFor([])).toBe('WORLD');
  });
});

describe('values', () => {
  const city = (id: string, name: string, airTemperature: number | null) => ({
    ...{ id, name, countryCode: 'US', admin1Code: 'NY', coordinates: { latitude: 40, longitude: -74 } },
    latestObservation: {
      ...{ observedAt: '2026-05-01T00:00:00Z', airTemperature, relativeHumidity: null },
      ...{ pressure: { meanSeaLevel: null }, wind: { speed: null } },
    },
  });
  const now = {
    parameters: [{ parameter: 'AIR_TEMPERATURE' as const, unit: '°C' }],
    cities: { nodes: [city('1', 'Cold', -2), city('2', 'Silent', null), city('3', 'Warm', 20)] },
  };

  test('are sorted with the largest first and what has none last', () => {
    const values = mapValues('TEMPERATURE', now.cities.nodes, nowReadings('TEMPERATURE', now));
    expect(values.spots.map(({ city: { name }, value }) => [name, value])).toEqual([
      ['Warm', 20],
      ['Cold', -2],
      ['Silent', null],
    ]);
    expect(mapSentence(values)).toBe(
      'Air temperature now of 2 cities: from −2.0 °C in Cold to 20.0 °C in Warm. 1 city has no value.',
    );
  });

  test('of yesterday are those of the ranking', () => {
    const ranking = { ranking: [{ value: 7, unit: 'mm', city: { id: '2' } }] };
    const values = mapValues('PRECIPITATION', now.cities.nodes, rankingReadings(ranking));
    expect([values.unit, values.spots[0]?.city.name, values.spots[0]?.value]).toEqual(['mm', 'Silent', 7]);
  });

  test('of an anomaly are the newest day’s that has one, and say on which side of the normal', () => {
    const days = [1.5, 2.25, null].map((anomaly, i) => ({ date: `2026-05-0${i + 1}`, anomaly }));
    const measured = anomalyReadings([{ id: '1', anomalies: [{ deviationUnit: 'K', days }] }]);
    const values = mapValues('ANOMALY', now.cities.nodes, measured);
    expect(mapSentence(values)).toMatch(/^Yesterday against its normal of 1 city: from \+2\.3 K in Cold/);
  });

  test('of a record have their day', () => {
    const record = { kind: 'HIGHEST_TEMPERATURE' as const, value: 31, unit: '°C', dates: ['2026-05-05'] };
    const measured = recordReadings([{ id: '3', records: [record] }], 'HIGHEST_TEMPERATURE');
    const values = mapValues('HIGHEST', now.cities.nodes, measured);
    expect(mapSentence(values)).toContain('31.0 °C, Tue 5 May in Warm');
  });

  test('of the last weeks compare the newest day that is over with the mean of those before', () => {
    const time = Array.from({ length: 16 }, (_, i) => new Date(Date.UTC(2026, 4, i + 1)).toISOString());
    const temperatures = [...Array.from({ length: 14 }, (_, i) => i), 10, 99];
    const series = (values: (number | null)[]) => ({
      series: [{ city: { id: '1' }, time, columns: [{ unit: '°C', values }] }],
    });
    const noonOfTheLast = Date.UTC(2026, 4, 16, 12);
    const { unit, readings } = weeksReadings(series(temperatures), noonOfTheLast);
    // 10 less the mean of 0 to 13.
    expect([unit, readings.get('1')?.value]).toEqual(['K', 3.5]);
    const thin = weeksReadings(series([null, ...temperatures.slice(1)]), noonOfTheLast);
    expect(thin.readings.get('1')?.value).toBeNull();
  });
});
