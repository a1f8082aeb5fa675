import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL, exportClient, FILTER_RANGE, PAGE, RANGE, type ExportClient, type Row } from './testing.js';
import { exportServer, type ExportServer } from './testkit.js';

let server: ExportServer;
let rowsOf: ExportClient['rowsOf'];
let apiRows: ExportClient['apiRows'];

beforeAll(async () => {
  server = await exportServer();
  ({ rowsOf, apiRows } = exportClient(server));
});
afterAll(async () => {
  await server.stop();
});

/** The leaf of a path such as wind.speed. */
const at = (row: Row, leaf: string): unknown =>
  leaf.split('.').reduce<unknown>((value, name) => (value as Row | null)?.[name] ?? null, row);

/** Compares columns of an export with fields of the API, row by row. */
function expectAlike(exported: Row[], nodes: Row[], fields: Record<string, string>): void {
  expect(exported.length).toBeGreaterThan(0);
  const picked = exported.map((row) => Object.keys(fields).map((column) => row[column]));
  expect(picked).toEqual(nodes.map((node) => Object.values(fields).map((field) => at(node, field))));
}

test.each([
  ['METRIC', 'c', 'hpa', 'ms', 'm', 'mm', 'pct'],
  ['IMPERIAL', 'f', 'inhg', 'mph', 'mi', 'in', 'pct'],
  ['SCIENTIFIC', 'k', 'pa', 'ms', 'm', 'kgm2', 'fraction'],
])('observations in %s', async (units, temperature, pressure, speed, length, depth, share) => {
  const exported = await rowsOf(`observations.ndjson?cityIds=${ALL}&${RANGE}&units=${units}`);
  const nodes = await apiRows(
    (
      page,
    ) => `{ observations(filter: { cityIds: [${ALL}], ${FILTER_RANGE} }, units: ${units}, ${page}) { ${PAGE} nodes {
        city { id name } observedAt fetchedAt loadedAt source { source } airTemperature apparentTemperature relativeHumidity
        pressure { meanSeaLevel } wind { speed gustSpeed fromDirection } visibility precipitation { total rain snow } } } }`,
  );
  expectAlike(
    exported.map((row) => ({ ...row, city_id: String(row.city_id) })),
    nodes,
    {
      city_id: 'city.id',
      city_name: 'city.name',
      observed_at: 'observedAt',
      fetched_at: 'fetchedAt',
      loaded_at: 'loadedAt',
      source: 'source.source',
      [`air_temperature_${temperature}`]: 'airTemperature',
      [`apparent_temperature_${temperature}`]: 'apparentTemperature',
      [`relative_humidity_${share}`]: 'relativeHumidity',
      [`mean_sea_level_pressure_${pressure}`]: 'pressure.meanSeaLevel',
      [`wind_speed_${speed}`]: 'wind.speed',
      [`wind_gust_speed_${speed}`]: 'wind.gustSpeed',
      wind_from_direction_deg: 'wind.fromDirection',
      [`visibility_${length}`]: 'visibility',
      [`precipitation_1h_${depth}`]: 'precipitation.total',
      [`snow_water_1h_${depth}`]: 'precipitation.snow',
    },
  );
  const rain = exported.map((row) => row[`rain_1h_${depth}`]);
  expect(rain).toContain(null);
  expect(rain).toContain(0);
});

test.each(['NONE', 'LINEAR'])('hourly summaries, fill %s', async (fill) => {
  const exported = await rowsOf(
    `hourly-summaries.ndjson?cityIds=5128581&${RANGE}&fill=${fill}&units=IMPERIAL`,
  );
  const nodes = await apiRows(
    (
      page,
    ) => `{ city(id: "5128581") { hourlySummaries(${FILTER_RANGE}, fill: ${fill}, units: IMPERIAL, ${page}) { ${PAGE}
        nodes { hour sampleCount source { source } airTemperature { min mean max } windFromDirection windGustSpeedMax
        precipitation { total kind } quality { kind fillMethod gapHours } } } } }`,
  );
  expectAlike(exported, nodes, {
    hour: 'hour',
    sample_count: 'sampleCount',
    source: 'source.source',
    air_temperature_min_f: 'airTemperature.min',
    air_temperature_mean_f: 'airTemperature.mean',
    air_temperature_max_f: 'airTemperature.max',
    wind_from_direction_deg: 'windFromDirection',
    wind_gust_speed_max_mph: 'windGustSpeedMax',
    precipitation_in: 'precipitation.total',
    precipitation_kind: 'precipitation.kind',
    quality_kind: 'quality.kind',
    fill_method: 'quality.fillMethod',
    gap_hours: 'quality.gapHours',
  });
  expect(exported.some((row) => row.quality_kind === 'FILLED')).toBe(fill === 'LINEAR');
});

test('daily summaries', async () => {
  const exported = await rowsOf(
    `daily-summaries.ndjson?cityIds=${ALL}&from=2026-05-11&to=2026-05-19&minCoverage=0.5&units=IMPERIAL`,
  );
  const nodes = await apiRows(
    (page) => `{ dailySummaries(filter: { cityIds: [${ALL}], minCoverage: 0.5,
        range: { from: "2026-05-11", to: "2026-05-19" } }, units: IMPERIAL, ${page}) { ${PAGE} nodes { city { timeZone } date
        airTemperature { min mean max } airTemperatureMinAt heatingDegreeDays coolingDegreeDays windFromDirection
        precipitation { total rain } coverage { observedHours expectedHours ratio complete } sampleCount summarisedAt } } }`,
  );
  expectAlike(exported, nodes, {
    time_zone: 'city.timeZone',
    local_date: 'date',
    air_temperature_min_f: 'airTemperature.min',
    air_temperature_mean_f: 'airTemperature.mean',
    air_temperature_max_f: 'airTemperature.max',
    air_temperature_min_at: 'airTemperatureMinAt',
    heating_degree_days_fd: 'heatingDegreeDays',
    cooling_degree_days_fd: 'coolingDegreeDays',
    wind_from_direction_deg: 'windFromDirection',
    precipitation_in: 'precipitation.total',
    rain_in: 'precipitation.rain',
    observed_hours: 'coverage.observedHours',
    expected_hours: 'coverage.expectedHours',
    coverage: 'coverage.ratio',
    complete: 'coverage.complete',
    sample_count: 'sampleCount',
    summarised_at: 'summarisedAt',
  });
  expect(new Set(exported.map((row) => row.sources))).toEqual(new Set(['OPENWEATHERMAP', 'OPEN_METEO']));
});

test.each([
  ['windowHours=5', 'windowHours: 5'],
  [
    'windowHours=7&frame=ROWS&fill=LINEAR&maxGapHours=6&minCoverage=0.3',
    'windowHours: 7, frame: ROWS, fill: LINEAR, maxGapHours: 6, minCoverage: 0.3',
  ],
])('moving averages, %s', async (asked, filter) => {
  const exported = await rowsOf(`moving-averages.ndjson?tracked=false&countryCode=US&past=P3D&${asked}`);
  const nodes = await apiRows(
    (
      page,
    ) => `{ movingAverages(filter: { cityIds: [5128581], past: "P3D", ${filter} }, ${page}) { ${PAGE} nodes { hour
        windowHours airTemperature relativeHumidity meanSeaLevelPressure windSpeed observedHours filledHours coverage } } }`,
  );
  expectAlike(exported, nodes, {
    hour: 'hour',
    window_hours: 'windowHours',
    air_temperature_c: 'airTemperature',
    relative_humidity_pct: 'relativeHumidity',
    mean_sea_level_pressure_hpa: 'meanSeaLevelPressure',
    wind_speed_ms: 'windSpeed',
    observed_hours: 'observedHours',
    filled_hours: 'filledHours',
    coverage: 'coverage',
  });
});

test('with neither range nor past: the newest part of each city', async () => {
  const exported = await rowsOf('observations.ndjson?cityIds=5128581');
  const nodes = await apiRows(
    (page) => `{ observations(filter: { cityIds: [5128581] }, ${page}) { ${PAGE} nodes { observedAt } } }`,
  );
  expectAlike(exported, nodes, { observed_at: 'observedAt' });
});
