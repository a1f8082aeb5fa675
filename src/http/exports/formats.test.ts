import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ALL, exportClient, RANGE, type ExportClient, type Row } from './testing.js';
import { AWKWARD_NAME, duck, exportServer, type ExportServer } from './testkit.js';

let server: ExportServer;
let rowsOf: ExportClient['rowsOf'];
let get: ExportClient['get'];
let folder: string;

beforeAll(async () => {
  server = await exportServer();
  ({ rowsOf, get } = exportClient(server));
  folder = await mkdtemp(path.join(os.tmpdir(), 'exports-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

async function save(address: string, name: string): Promise<string> {
  const response = await get(address);
  expect(response.status).toBe(200);
  const file = path.join(folder, name);
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  return file;
}

/** DuckDB takes whole numbers of a text for 64-bit ones, and writes those as texts. */
function numbers(row: Row): Row {
  const value = (cell: unknown) => (typeof cell === 'string' && /^\d+$/.test(cell) ? Number(cell) : cell);
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, value(cell)]));
}

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
  const same = await duck(`SELECT city_id, epoch(observed_at) AS at, air_temperature_f, rain_1h_in, city_name
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
  const types = await duck(`DESCRIBE SELECT local_date, complete, summarised_at, coverage FROM '${parquet}'`);
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
  const metadata = Object.fromEntries(rows.map(({ key, value }) => [key as string, value as string]));
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
