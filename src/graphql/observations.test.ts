import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from './testing/api.js';
import { addObservation, addPlaces, idOf, insert, PLACES } from './testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago', 'munich', 'mcMurdo');
  await insert(api, 'runs', {
    id: 7,
    job: 'FETCH',
    trigger: 'SCHEDULE',
    status: 'SUCCEEDED',
    requested_at: '2026-05-20T11:00:00Z',
  });
  await insert(api, 'payloads', {
    city_id: PLACES.munich[0],
    id: 901,
    source: 'OPENWEATHERMAP',
    kind: 'CURRENT',
    run_id: 7,
    requested_at: '2026-05-20T11:00:00Z',
    fetched_at: '2026-05-20T11:00:01Z',
    http_status: 200,
    body_sha256: Buffer.alloc(32),
  });
  await addObservation(api, 'munich', '2026-05-20T10:50:00Z', {
    payload_id: 901,
    fetched_at: '2026-05-20T11:00:01.5Z',
    loaded_at: '2026-05-20T11:00:02Z',
    air_temperature_c: 21.5,
    apparent_temperature_c: 20.9,
    dew_point_temperature_c: 9.1,
    relative_humidity_pct: 45,
    mean_sea_level_pressure_hpa: 1013.25,
    wind_speed_ms: 4.1,
    wind_gust_speed_ms: 2.5,
    wind_from_direction_deg: 270,
    cloud_cover_pct: 75,
    visibility_m: 10_000,
    precipitation_1h_mm: 2.54,
    rain_1h_mm: 2.54,
    condition_code: 500,
    further_condition_codes: [701],
  });
  for (let minute = 0; minute < 10; minute += 1) {
    const observedAt = `2026-05-19T0${minute}:00:00Z`;
    await addObservation(api, 'newYork', observedAt, { air_temperature_c: minute });
  }
  // The same instant from two sources: both are there, a live one first.
  const instant = '2026-05-18T09:00:00Z';
  await addObservation(api, 'chicago', instant, {
    source: 'OPEN_METEO',
    kind: 'ARCHIVE',
    condition_code: 61,
  });
  await addObservation(api, 'chicago', instant, { air_temperature_c: -3 });
});
afterAll(() => api.stop());

const MEASUREMENTS = `
  airTemperature apparentTemperature dewPointTemperature relativeHumidity cloudCover visibility
  pressure { meanSeaLevel surface } wind { speed gustSpeed fromDirection }
  precipitation { total rain snow kind }`;

const latest = (units: string) => `{
  city(id: "${idOf('munich')}") { latestObservation(units: ${units}) { ${MEASUREMENTS} } }
}`;

test('answers the newest observation with everything known of it', async () => {
  const answer = await api.ask(`{
    city(id: "${idOf('munich')}") {
      latestObservation {
        city { name } observedAt fetchedAt loadedAt
        source { source name licence attribution }
        conditions { code group description }
        run { id job trigger status }
        ${MEASUREMENTS}
      }
    }
  }`);
  expect(dataOf(answer)).toEqual({
    city: {
      latestObservation: {
        city: { name: 'München' },
        observedAt: '2026-05-20T10:50:00Z',
        fetchedAt: '2026-05-20T11:00:01Z',
        loadedAt: '2026-05-20T11:00:02Z',
        source: {
          source: 'OPENWEATHERMAP',
          name: 'OpenWeatherMap',
          licence: 'CC BY-SA 4.0',
          attribution: 'Weather data provided by OpenWeather (openweathermap.org)',
        },
        conditions: [
          { code: 500, group: 'Rain', description: 'light rain' },
          { code: 701, group: 'Mist', description: 'mist' },
        ],
        run: { id: '7', job: 'FETCH', trigger: 'SCHEDULE', status: 'SUCCEEDED' },
        airTemperature: 21.5,
        apparentTemperature: 20.9,
        dewPointTemperature: 9.1,
        relativeHumidity: 45,
        cloudCover: 75,
        visibility: 10_000,
        pressure: { meanSeaLevel: 1013.25, surface: null },
        wind: { speed: 4.1, gustSpeed: 2.5, fromDirection: 270 },
        precipitation: { total: 2.54, rain: 2.54, snow: null, kind: 'OBSERVED' },
      },
    },
  });
});

test('converts every measurement to the units asked for', async () => {
  const imperial = dataOf(await api.ask(latest('IMPERIAL')));
  expect(imperial).toMatchObject({
    city: {
      latestObservation: {
        airTemperature: 70.7,
        relativeHumidity: 45,
        visibility: 6.213712,
        pressure: { meanSeaLevel: 29.9212, surface: null },
        wind: { speed: 9.171, fromDirection: 270 },
        precipitation: { total: 0.1 },
      },
    },
  });
  const scientific = dataOf(await api.ask(latest('SCIENTIFIC')));
  expect(scientific).toMatchObject({
    city: {
      latestObservation: {
        airTemperature: 294.65,
        relativeHumidity: 0.45,
        cloudCover: 0.75,
        pressure: { meanSeaLevel: 101_325 },
        precipitation: { total: 2.54 },
      },
    },
  });
});

test('of two observations of one instant the live one is the latest; a source can be asked for', async () => {
  const answer = await api.ask(`{
    city(id: "${idOf('chicago')}") {
      any: latestObservation { source { source } }
      archive: latestObservation(source: OPEN_METEO) { source { source } conditions { code description } }
      none: latestObservation(source: DEMO) { source { source } }
    }
  }`);
  expect(dataOf(answer)).toEqual({
    city: {
      any: { source: { source: 'OPENWEATHERMAP' } },
      archive: {
        source: { source: 'OPEN_METEO' },
        conditions: [{ code: 61, description: expect.any(String) as string }],
      },
      none: null,
    },
  });
});

interface Page {
  nodes: { observedAt: string }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

const page = async (args: string, place: 'newYork' | 'chicago' | 'mcMurdo' = 'newYork') => {
  const answer = await api.ask(`{
    city(id: "${idOf(place)}") {
      observations${args} { nodes { observedAt } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }
    }
  }`);
  return (dataOf(answer) as { city: { observations: Page } }).city.observations;
};
const hours = ({ nodes }: Page) => nodes.map(({ observedAt }) => Number(observedAt.slice(11, 13)));

test('without a range the newest day is answered, even if it was long ago', async () => {
  expect(hours(await page(''))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect((await page('', 'mcMurdo')).nodes).toEqual([]);
});

test('a range includes its start and not its end', async () => {
  const range = 'range: { from: "2026-05-19T02:00:00Z", to: "2026-05-19T05:00:00Z" }';
  expect(hours(await page(`(${range})`))).toEqual([2, 3, 4]);
  const elsewhere = 'range: { from: "2026-05-19T04:00:00+02:00", to: "2026-05-18T22:00:00-07:00" }';
  expect(hours(await page(`(${elsewhere})`))).toEqual([2, 3, 4]);
});

test('the past is counted from now', async () => {
  // Now is noon of 20 May.
  expect(hours(await page('(past: "PT30H")'))).toEqual([7, 8, 9].filter((hour) => hour >= 6));
  expect(hours(await page('(past: "P1DT5H")'))).toEqual([8, 9].filter((hour) => hour >= 7));
});

test('pages forwards and backwards in both directions', async () => {
  for (const direction of ['ASC', 'DESC']) {
    const order = `direction: ${direction}`;
    const all = hours(await page(`(${order})`));
    const first = await page(`(${order}, first: 4)`);
    const second = await page(`(${order}, first: 4, after: "${first.pageInfo.endCursor}")`);
    const third = await page(`(${order}, first: 4, after: "${second.pageInfo.endCursor}")`);
    expect([...hours(first), ...hours(second), ...hours(third)]).toEqual(all);
    expect(third.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const back = await page(`(${order}, last: 4, before: "${third.pageInfo.startCursor}")`);
    expect(back).toEqual(second);
    expect(hours(await page(`(${order}, last: 3)`))).toEqual(all.slice(-3));
  }
});

test('two sources at one instant are two edges, and a page may end between them', async () => {
  const first = await page('(first: 1)', 'chicago');
  const second = await page(`(first: 1, after: "${first.pageInfo.endCursor}")`, 'chicago');
  expect(first.nodes).toEqual(second.nodes);
  expect(first.pageInfo.endCursor).not.toBe(second.pageInfo.endCursor);
  expect(second.pageInfo.hasNextPage).toBe(false);
});

test('pages stay put while older and newer observations arrive', async () => {
  const first = await page('(first: 5, past: "P7D")');
  await addObservation(api, 'newYork', '2026-05-19T01:30:00Z');
  await addObservation(api, 'newYork', '2026-05-20T01:00:00Z');
  const second = await page(`(first: 5, past: "P7D", after: "${first.pageInfo.endCursor}")`);
  expect(hours(second)).toEqual([5, 6, 7, 8, 9]);
  expect(second.pageInfo.hasNextPage).toBe(true);
});

test('a cursor of another list is refused', async () => {
  const { pageInfo } = await page('(first: 1)');
  const answer = await api.ask(
    `{ city(id: "1") { dailySummaries(after: "${pageInfo.endCursor}") { nodes { date } } } }`,
  );
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
});

test('asks the database only for the columns that were asked for', async () => {
  await page('');
  const text = api.statements.findLast((statement) => statement.includes('FROM observations'));
  expect(text).not.toContain('air_temperature_c');
});
