import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addHours, AWKWARD_NAME, duck, exportServer, type ExportServer } from './testkit.js';

let server: ExportServer;
let folder: string;

beforeAll(async () => {
  server = await exportServer();
  folder = await mkdtemp(path.join(os.tmpdir(), 'exports-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

type Row = Record<string, unknown>;

const RANGE = 'from=2026-05-12T00:00:00Z&to=2026-05-15T00:00:00Z';
const FILTER_RANGE = 'range: { from: "2026-05-12T00:00:00Z", to: "2026-05-15T00:00:00Z" }';
const ALL = '5128581,2867714,2193733';

const get = (address: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/export/${address}`, { headers: { 'accept-encoding': 'identity', ...headers } });

async function rowsOf(address: string): Promise<Row[]> {
  const response = await get(address);
  const text = await response.text();
  expect(response.status, text + server.log.slice(-1).join('')).toBe(200);
  return text.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Row]));
}

/** Every node of a list of the API, page by page. */
async function apiRows(field: (page: string) => string): Promise<Row[]> {
  const nodes: Row[] = [];
  for (let after: string | null = null; ;) {
    const query = field(`first: 500${after === null ? '' : `, after: "${after}"`}`);
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: Row; errors?: unknown };
    expect(errors).toBeUndefined();
    const list = findList(data);
    nodes.push(...list.nodes);
    if (!list.pageInfo.hasNextPage) return nodes;
    after = list.pageInfo.endCursor;
  }
}

interface List {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

function findList(data: Row): List {
  if (Array.isArray(data.nodes)) return data as unknown as List;
  return findList(Object.values(data)[0] as Row);
}

const PAGE = 'pageInfo { hasNextPage endCursor }';
/** The leaf of a path such as wind.speed. */
const at = (row: Row, leaf: string): unknown =>
  leaf.split('.').reduce<unknown>((value, name) => (value as Row | null)?.[name] ?? null, row);

/** Compares columns of an export with fields of the API, row by row. */
function expectAlike(exported: Row[], nodes: Row[], fields: Record<string, string>): void {
  expect(exported.length).toBeGreaterThan(0);
  const picked = exported.map((row) => Object.keys(fields).map((column) => row[column]));
  expect(picked).toEqual(nodes.map((node) => Object.values(fields).map((field) => at(node, field))));
}

async function save(address: string, name: string): Promise<string> {
  const response = await get(address);
  expect(response.status).toBe(200);
  const file = path.join(folder, name);
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  return file;
}

describe('numbers are those of the API', () => {
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
});

describe('the three formats say the same', () => {
  test('CSV, NDJSON and Parquet of observations, read by DuckDB', async () => {
    const query = `?cityIds=${ALL}&${RANGE}&units=IMPERIAL`;
    const csv = await save(`observations.csv${query}`, 'o.csv');
    const parquet = await save(`observations.parquet${query}`, 'o.parquet');
    const ndjson = await save(`observations.ndjson${query}`, 'o.ndjson');
    const select = `SELECT * REPLACE (observed_at::TIMESTAMPTZ AS observed_at, fetched_at::TIMESTAMPTZ AS fetched_at,
      loaded_at::TIMESTAMPTZ AS loaded_at, condition_codes::VARCHAR AS condition_codes) FROM`;
    const types = `types={'dew_point_temperature_f': 'DOUBLE', 'surface_pressure_inhg': 'DOUBLE', 'cloud_cover_pct': 'DOUBLE', 'condition_codes': 'VARCHAR'}`;
    const [fromCsv, fromParquet] = await Promise.all([
      duck(`${select} read_csv('${csv}', ${types}) ORDER BY ALL`),
      duck(`${select} '${parquet}' ORDER BY ALL`),
    ]);
    expect(fromParquet.length).toBeGreaterThan(100);
    expect(fromCsv.map(numbers)).toEqual(fromParquet.map(numbers));
    const fromJson =
      await duck(`SELECT city_id, epoch(observed_at::TIMESTAMPTZ) AS at, air_temperature_f, rain_1h_in, city_name
      FROM read_json('${ndjson}') ORDER BY ALL`);
    const same =
      await duck(`SELECT city_id, epoch(observed_at) AS at, air_temperature_f, rain_1h_in, city_name
      FROM '${parquet}' ORDER BY ALL`);
    expect(fromJson.map(numbers)).toEqual(same.map(numbers));
    const names = await duck(`SELECT DISTINCT city_name FROM '${parquet}' WHERE city_id = 2867714`);
    expect(names).toEqual([{ city_name: AWKWARD_NAME }]);
  });

  test('days and booleans of daily summaries', async () => {
    const query = `?cityIds=${ALL}&past=P9D`;
    const parquet = await save(`daily-summaries.parquet${query}`, 'd.parquet');
    const csv = await save(`daily-summaries.csv${query}`, 'd.csv');
    const select = (file: string) =>
      duck(
        `SELECT city_id, local_date::VARCHAR AS day, complete, coverage, sources, expected_hours FROM ${file} ORDER BY ALL`,
      );
    expect((await select(`'${parquet}'`)).map(numbers)).toEqual(
      (await select(`read_csv('${csv}')`)).map(numbers),
    );
    const types = await duck(
      `DESCRIBE SELECT local_date, complete, summarised_at, coverage FROM '${parquet}'`,
    );
    expect(types.map((row) => row.column_type)).toEqual([
      'DATE',
      'BOOLEAN',
      'TIMESTAMP WITH TIME ZONE',
      'DOUBLE',
    ]);
  });

  test('a Parquet file says what it is of', async () => {
    const file = await save('observations.parquet?cityIds=2193733&past=P2D&units=IMPERIAL', 'm.parquet');
    const rows = await duck(
      `SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata('${file}')`,
    );
    const metadata = Object.fromEntries(rows.map(({ key, value }) => [key, value as string]));
    expect(metadata).toMatchObject({
      dataset: 'observations',
      units: 'IMPERIAL',
      key: 'city_id,observed_at,source',
    });
    expect(metadata.attribution).toContain('Open-Meteo.com');
    expect(metadata.licence).toContain('Open-Meteo: CC BY 4.0');
    expect(JSON.parse(metadata.filter ?? '')).toEqual({ cityIds: '2193733', past: 'P2D', units: 'IMPERIAL' });
    const columns = JSON.parse(metadata.columns ?? '') as { name: string; unit: string }[];
    expect(columns.find(({ name }) => name === 'visibility_mi')?.unit).toBe('mi');
    const described = (await (await get('observations/columns.json?cityIds=1&units=IMPERIAL')).json()) as Row;
    expect(described.columns).toEqual(columns);
  });

  test('nothing found is a file with no rows', async () => {
    const query = '?cityIds=5128581&from=2001-01-01T00:00:00Z&to=2001-01-02T00:00:00Z';
    const csv = await (await get(`observations.csv${query}`)).text();
    expect(csv.split('\n')).toEqual([expect.stringMatching(/^city_id,observed_at,source,/), '']);
    expect(await rowsOf(`observations.ndjson${query}`)).toEqual([]);
    const parquet = await save(`observations.parquet${query}`, 'e.parquet');
    expect(await duck(`SELECT count(*)::INT AS n FROM '${parquet}'`)).toEqual([{ n: 0 }]);
    expect((await get('observations.csv?cityIds=4242')).status).toBe(200);
  });

  test('chosen parameters leave out other measurements, not what says how complete a row is', async () => {
    const [row] = await rowsOf('daily-summaries.ndjson?cityIds=5128581&past=P2D&parameters=WIND_SPEED');
    expect(Object.keys(row ?? {})).toEqual([
      'city_id',
      'local_date',
      'sources',
      'observed_hours',
      'expected_hours',
      'coverage',
      'complete',
      'sample_count',
      'city_name',
      'country_code',
      'time_zone',
      'wind_speed_min_ms',
      'wind_speed_mean_ms',
      'wind_speed_max_ms',
      'summarised_at',
    ]);
  });
});

/** DuckDB takes whole numbers of a text for 64-bit ones, and writes those as texts. */
function numbers(row: Row): Row {
  const value = (cell: unknown) => (typeof cell === 'string' && /^\d+$/.test(cell) ? Number(cell) : cell);
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, value(cell)]));
}

describe('the answer', () => {
  test('names file, source, columns and, after the last row, how many there were', async () => {
    const { head, body, trailers } = await raw(`/export/observations.csv?cityIds=5128581&${RANGE}`);
    expect(head['content-disposition']).toBe('attachment; filename="observations-20260520120000.csv"');
    expect(head['x-attribution']).toContain('OpenWeather');
    expect(head.link).toMatch(/^<\/export\/observations\/columns\.json\?cityIds=5128581&.*rel="describedby"/);
    expect(trailers['x-row-count']).toBe(String(body.toString().trim().split('\n').length - 1));
  });

  test('is compressed on request', async () => {
    const address = `/export/observations.csv?cityIds=5128581&${RANGE}`;
    const plain = await raw(address);
    const packed = await raw(address, { 'accept-encoding': 'br;q=1, gzip;q=0.5' });
    expect(packed.head['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
    expect(packed.body.length).toBeLessThan(plain.body.length / 3);
    const refused = await raw(address, { 'accept-encoding': 'gzip;q=0' });
    expect(refused.head['content-encoding']).toBeUndefined();
  });

  test('HEAD has the headers alone', async () => {
    const response = await fetch(`${server.url}/export/observations.parquet?cityIds=5128581`, {
      method: 'HEAD',
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/vnd.apache.parquet');
    expect(await response.text()).toBe('');
  });

  test('/export tells what there is', async () => {
    const text = await (await fetch(`${server.url}/export`)).text();
    for (const word of ['/export/moving-averages.parquet', 'after=', 'maxGapHours', server.url]) {
      expect(text).toContain(word);
    }
  });
});

interface Raw {
  head: http.IncomingHttpHeaders;
  body: Buffer;
  trailers: NodeJS.Dict<string>;
}

/** fetch shows neither trailers nor compressed bytes. */
function raw(address: string, headers: Record<string, string> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${server.url}${address}`, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ head: response.headers, body: Buffer.concat(chunks), trailers: response.trailers }),
      );
    });
    request.on('error', reject);
  });
}

test.each([
  ['observations.csv', 'cityIds', undefined],
  ['observations.csv?cityIds=x', 'cityIds.0', 'x'],
  ['observations.csv?cityIds=1&cityid=1', 'cityid', '1'],
  ['observations.csv?cityIds=1&windowHours=5', 'windowHours', '5'],
  ['observations.csv?cityIds=1&past=P1M', 'past', 'P1M'],
  ['observations.csv?cityIds=1&past=P4000D', 'past', 'P4000D'],
  ['observations.csv?cityIds=1&from=2026-05-01T00:00:00Z', 'to', undefined],
  [
    'observations.csv?cityIds=1&from=2026-05-02T00:00:00Z&to=2026-05-01T00:00:00Z',
    'to',
    '2026-05-01T00:00:00Z',
  ],
  [
    'observations.csv?cityIds=1&from=2026-02-30T00:00:00Z&to=2026-05-01T00:00:00Z',
    'from',
    '2026-02-30T00:00:00Z',
  ],
  ['observations.csv?cityIds=1&source=NOAA', 'source', 'NOAA'],
  ["observations.csv?countryCode=US'--", 'countryCode', "US'--"],
  ['observations.csv?cityIds=1&units=metric', 'units', 'metric'],
  ['observations.csv?cityIds=1&units=METRIC&units=METRIC', 'units', ['METRIC', 'METRIC']],
  ['observations.csv?cityIds=1&parameters=RAIN,SUN', 'parameters.1', 'SUN'],
  ['observations.csv?cityIds=1&after=1,2026-05-01T00:00:00Z', 'after', '1,2026-05-01T00:00:00Z'],
  ["observations.csv?cityIds=1&after=1,2026-05-01T00:00:00Z,DEMO'", 'after.2', "DEMO'"],
  ['observations.csv?cityIds=1&limit=0', 'limit', 0],
  ['daily-summaries.csv?cityIds=1&from=2026-05-01T00:00:00Z&to=2026-05-02', 'from', '2026-05-01T00:00:00Z'],
  ['daily-summaries.csv?cityIds=1&minCoverage=2', 'minCoverage', 2],
  ['daily-summaries.csv?cityIds=1&past=PT5H', 'past', 'PT5H'],
  ['moving-averages.csv?cityIds=1&windowHours=1', 'windowHours', 1],
  ['moving-averages.csv?cityIds=1&fill=LINEAR', 'fill', 'LINEAR'],
  ['hourly-summaries.csv?cityIds=1&fill=LINEAR&maxGapHours=169', 'maxGapHours', 169],
  ['hourly-summaries.csv?cityIds=1&fill=LINEAR&past=P400D', 'past', 'P400D'],
])('%s is refused before any SQL, naming the argument', async (address, argument, value) => {
  const before = server.statements();
  const response = await get(address);
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as { errors: { message: string; extensions: Row }[] };
  expect(errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument, value: value ?? null });
  expect(errors[0]?.extensions.limit).toMatch(/\w/);
  expect(server.statements()).toBe(before);
});

test('an unknown key is refused', async () => {
  const response = await get('observations.csv?cityIds=1', { authorization: 'Bearer nobody-knows-this-key' });
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
});

describe('going on', () => {
  test.each(['observations', 'hourly-summaries', 'daily-summaries', 'moving-averages'])(
    'after any row of %s comes exactly the rest, while rows are being inserted before and behind',
    async (dataset) => {
      const time = { observations: 'observed_at', 'daily-summaries': 'local_date' }[dataset] ?? 'hour';
      const range = dataset === 'daily-summaries' ? 'from=2026-05-10&to=2026-05-20' : RANGE;
      const all = await rowsOf(`${dataset}.ndjson?cityIds=${ALL}&${range}`);
      const keyOf = (row: Row) =>
        [row.city_id, row[time], ...(dataset === 'observations' ? [row.source] : [])].join(',');
      for (const index of [0, 7, Math.floor(all.length / 2), all.length - 1]) {
        const row = all[index];
        if (!row) continue;
        await addHours(server.pool, '2025-01-01T00:00:00Z', '2025-01-02T00:00:00Z');
        const rest = await rowsOf(
          `${dataset}.ndjson?cityIds=${ALL}&${range}&after=${encodeURIComponent(keyOf(row))}`,
        );
        expect(rest.map(keyOf)).toEqual(all.slice(index + 1).map(keyOf));
      }
      const first = await rowsOf(`${dataset}.ndjson?cityIds=${ALL}&${range}&limit=5`);
      expect(first).toEqual(all.slice(0, 5));
    },
  );

  test('sources that observed at the same instant are not taken for one', async () => {
    await server.pool.query(
      `INSERT INTO observations (city_id, observed_at, source, kind, payload_id, fetched_at, loaded_at, further_condition_codes)
       SELECT 5128581, '2024-03-01T00:00:00Z', source::source, 'CURRENT', 1, now(), now(), '{}'
       FROM unnest('{OPENWEATHERMAP,OPEN_METEO}'::text[]) AS source`,
    );
    const query = 'cityIds=5128581&from=2024-03-01T00:00:00Z&to=2024-03-02T00:00:00Z';
    const rest = await rowsOf(
      `observations.ndjson?${query}&after=5128581,2024-03-01T00:00:00Z,OPENWEATHERMAP`,
    );
    expect(rest.map(({ source }) => source)).toEqual(['OPEN_METEO']);
  });
});
