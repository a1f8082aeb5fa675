import { once } from 'node:events';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MOST_EXPORTS } from '../../export/export.js';
import { exportServer, type ExportServer } from './testkit.js';

let server: ExportServer;
beforeAll(async () => {
  server = await exportServer();
  // More than the buffers on the way hold: an export of it cannot end unless somebody reads it.
  await server.pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
     SELECT id, 'Place', 'Place', 'XX', 0, 0, 'Etc/UTC', 'place' FROM generate_series(1, 20) AS id`,
  );
  await server.pool.query(
    `INSERT INTO observations (city_id, observed_at, source, kind, payload_id, fetched_at, loaded_at, further_condition_codes,
       air_temperature_c)
     SELECT id, '2020-01-01'::timestamptz + n * interval '1 hour', 'DEMO', 'CURRENT', 1, now(), now(), '{}', n % 30
     FROM generate_series(1, 20) AS id CROSS JOIN generate_series(1, 8000) AS n`,
  );
  await server.pool.query(
    `INSERT INTO latest_observations SELECT id, 'DEMO', '2020-11-29T08:00:00Z' FROM generate_series(1, 20) AS id`,
  );
  await server.pool.query('VACUUM ANALYZE observations');
});
afterAll(() => server.stop());
beforeEach(() => untilCopying(0));

const LARGE = '/export/observations.csv?countryCode=XX&from=2020-01-01T00:00:00Z&to=2021-01-01T00:00:00Z';

/** How many exports the database works on. */
async function copying(): Promise<number> {
  const { rows } = await server.pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'active' AND query LIKE 'COPY%'`,
  );
  return rows[0]?.n ?? 0;
}

/** The test's own time limit ends the wait. */
async function untilCopying(wanted: number): Promise<void> {
  while ((await copying()) !== wanted) await sleep(20);
}

interface Begun {
  request: http.ClientRequest;
  response: http.IncomingMessage;
}

/** A client that reads the head of an answer, and nothing else. */
async function begin(address: string, localAddress = '127.0.0.1'): Promise<Begun> {
  const request = http.get(`${server.url}${address}`, { localAddress, agent: false });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  response.on('error', () => undefined);
  return { request, response };
}

describe.each(['csv', 'ndjson', 'parquet'])('%s', (format) => {
  const address = LARGE.replace('.csv', `.${format}`);

  test('a client that leaves stops the statement, and its connection is free again', async () => {
    const { request } = await begin(address);
    await untilCopying(1);
    request.destroy();
    await untilCopying(0);
    while (server.exportPool.totalCount !== server.exportPool.idleCount) await sleep(20);
  });

  test('an export that the database breaks off has no end that a client could take for whole', async () => {
    const { response } = await begin(address);
    await server.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE 'COPY%'`,
    );
    response.resume();
    await new Promise((resolve) => response.once('close', resolve));
    expect(response.complete).toBe(false);
    expect(response.trailers).toEqual({});
  });
});

test('a client that leaves while nothing has come yet stops the statement', async () => {
  const blocker = await server.pool.connect();
  try {
    await blocker.query('BEGIN; LOCK TABLE observations IN ACCESS EXCLUSIVE MODE');
    // Waits for the lock, and would for ever.
    server.exportPool.on('connect', (client) => void client.query('SET lock_timeout = 0'));
    const request = http.get(`${server.url}${LARGE}`, { agent: false });
    request.on('error', () => undefined);
    await untilCopying(1);
    request.destroy();
    await untilCopying(0);
  } finally {
    await blocker.query('ROLLBACK');
    blocker.release();
  }
});

test('too many exports are told when to come again, one client before all of them', async () => {
  const addresses = ['127.0.0.1', '127.0.0.1', '127.0.0.2', '127.0.0.2'];
  const begun = await Promise.all(addresses.map((address) => begin(LARGE, address)));
  expect(begun.map(({ response }) => response.statusCode)).toEqual(Array(MOST_EXPORTS).fill(200));
  const own = await begin(LARGE, '127.0.0.1');
  expect([own.response.statusCode, own.response.headers['retry-after']]).toEqual([429, '10']);
  const other = await begin(LARGE, '127.0.0.3');
  expect([other.response.statusCode, other.response.headers['retry-after']]).toEqual([503, '10']);
  // The API does not wait for any of them.
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ city(id: "2193733") { latestObservation { airTemperature } } }' }),
  });
  expect(answer.status).toBe(200);
  for (const { request } of [...begun, own, other]) request.destroy();
  await untilCopying(0);
  const again = await begin(LARGE, '127.0.0.1');
  expect(again.response.statusCode).toBe(200);
  again.request.destroy();
});
