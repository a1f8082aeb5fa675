import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from '../testing/api.js';
import { addObservation, addPlaces, idOf, insert, PLACES } from '../testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'munich', 'auckland');
});
afterAll(() => api.stop());

interface Compared {
  parameter: string;
  hours: number;
  bias: number | null;
}

const compare = async (
  args: string,
  fields = 'parameter unit hours liveHours reanalysisHours bias meanAbsoluteError rootMeanSquareError',
) => {
  const answer = await api.ask(`{ compareSources(${args}) { ${fields} } }`);
  return (dataOf(answer) as unknown as { compareSources: Compared[] }).compareSources;
};

describe('compareSources', () => {
  const live = (observedAt: string, values: Record<string, number>) =>
    addObservation(api, 'munich', observedAt, values);
  const reanalysis = (observedAt: string, values: Record<string, number>) =>
    addObservation(api, 'munich', observedAt, { ...values, source: 'OPEN_METEO', kind: 'ARCHIVE' });

  beforeAll(async () => {
    // Around 01:00 the live mean is 11, around 02:00 it is 14; nothing live stands around 03:00.
    await live('2026-05-01T00:30:00Z', { air_temperature_c: 10 });
    await live('2026-05-01T01:29:00Z', { air_temperature_c: 12 });
    await live('2026-05-01T01:30:00Z', { air_temperature_c: 14, relative_humidity_pct: 60 });
    await reanalysis('2026-05-01T01:00:00Z', { air_temperature_c: 9 });
    await reanalysis('2026-05-01T02:00:00Z', { air_temperature_c: 15 });
    await reanalysis('2026-05-01T03:00:00Z', { air_temperature_c: 16 });
  });

  const HOURS = `cityId: "${idOf('munich')}", range: { from: "2026-05-01T00:00:00Z", to: "2026-05-02T00:00:00Z" }`;

  test('sets the live mean around each hour against reanalysis', async () => {
    const found = await compare(`${HOURS}, minHours: 2`);
    expect(found).toHaveLength(8);
    // Differences 2 and −1.
    expect(found[0]).toEqual({
      parameter: 'AIR_TEMPERATURE',
      unit: 'K',
      hours: 2,
      liveHours: 2,
      reanalysisHours: 3,
      bias: 0.5,
      meanAbsoluteError: 1.5,
      rootMeanSquareError: 1.581,
    });
    expect(found.find(({ parameter }) => parameter === 'RELATIVE_HUMIDITY')).toEqual({
      ...{ parameter: 'RELATIVE_HUMIDITY', unit: '%', hours: 0, liveHours: 1, reanalysisHours: 0 },
      ...{ bias: null, meanAbsoluteError: null, rootMeanSquareError: null },
    });
  });

  test('answers differences in °F without an offset, and null with too few hours', async () => {
    const [imperial] = await compare(`${HOURS}, minHours: 2, units: IMPERIAL`, 'unit bias meanAbsoluteError');
    expect(imperial).toEqual({ unit: '°F', bias: 0.9, meanAbsoluteError: 2.7 });
    const [few] = await compare(HOURS, 'hours bias');
    expect(few).toEqual({ hours: 2, bias: null });
  });

  test('an hour belongs to the range it begins in', async () => {
    const range = 'range: { from: "2026-05-01T02:00:00Z", to: "2026-05-01T03:00:00Z" }';
    const [found] = await compare(
      `cityId: "${idOf('munich')}", ${range}, minHours: 1`,
      'hours liveHours reanalysisHours bias',
    );
    expect(found).toEqual({ hours: 1, liveHours: 1, reanalysisHours: 1, bias: -1 });
  });

  test('knows nothing of a city that is not there', async () => {
    expect(await compare(HOURS.replace(idOf('munich'), '99'))).toEqual([]);
    const answer = await api.ask(`{ compareSources(${HOURS}, minHours: 0) { hours } }`);
    expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'minHours' });
  });
});

describe('nearby', () => {
  /** Puts towns on the meridian of New York, so many degrees to the north. */
  beforeAll(async () => {
    const [, , , , latitude, longitude] = PLACES.newYork;
    for (const [i, north] of [0.1, 0.2, 0.3, -0.4, 2].entries()) {
      await insert(api, 'cities', {
        ...{
          id: i + 1,
          name: `Town ${i + 1}`,
          ascii_name: `Town ${i + 1}`,
          country_code: 'US',
          search_text: '',
        },
        ...{ latitude: latitude + north, longitude, time_zone: 'America/New_York' },
      });
    }
    await api.sql(`INSERT INTO tracked_cities (city_id, source, interval_minutes) VALUES (2, 'DEMO', 15)`);
  });

  const nearby = async (args: string) => {
    const answer = await api.ask(
      `{ city(id: "${idOf('newYork')}") { nearby${args} { city { name } distanceKm } } }`,
    );
    const { city } = dataOf(answer) as { city: { nearby: { city: { name: string }; distanceKm: number }[] } };
    return city.nearby.map(({ city: { name }, distanceKm }) => `${name} ${distanceKm.toFixed(1)}`);
  };

  test('answers the nearest first, with distances along the meridian of 111.195 km a degree', async () => {
    expect(await nearby('')).toEqual(['Town 1 11.1', 'Town 2 22.2', 'Town 3 33.4', 'Town 4 44.5']);
    expect(await nearby('(radiusKm: 30)')).toEqual(['Town 1 11.1', 'Town 2 22.2']);
    expect(await nearby('(radiusKm: 500, first: 1)')).toEqual(['Town 1 11.1']);
    expect(await nearby('(tracked: true)')).toEqual(['Town 2 22.2']);
    expect(await nearby('(tracked: false, first: 2)')).toEqual(['Town 1 11.1', 'Town 3 33.4']);
  });

  test('measures as cities around a point does', async () => {
    const [, , , , latitude, longitude] = PLACES.newYork;
    const answer = await api.ask(`{
      cities(filter: { near: { latitude: ${latitude}, longitude: ${longitude} } }) { edges { distanceKm node { name } } }
    }`);
    const { cities } = dataOf(answer) as {
      cities: { edges: { distanceKm: number; node: { name: string } }[] };
    };
    expect(
      cities.edges.slice(1).map(({ distanceKm, node }) => `${node.name} ${distanceKm.toFixed(1)}`),
    ).toEqual(await nearby(''));
  });
});
