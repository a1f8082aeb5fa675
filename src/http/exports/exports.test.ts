import http from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ALL, exportClient, RANGE, type ExportClient, type Row } from './testing.js';
import { addHours, exportServer, type ExportServer } from './testkit.js';

let server: ExportServer;
let rowsOf: ExportClient['rowsOf'];
let get: ExportClient['get'];

beforeAll(async () => {
  server = await exportServer();
  ({ rowsOf, get } = exportClient(server));
});
afterAll(async () => {
  await server.stop();
});

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
