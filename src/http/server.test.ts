import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_KEY } from '../graphql/testing/api.js';
import { SCHEMA_TEXT } from '../graphql/schema/schema.js';
import { sendBytes, testServer, type TestServer } from './testing.js';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

const QUERY = '{ warehouse { demo } }';
const JSON_TYPE = { 'content-type': 'application/json' };

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = JSON_TYPE) =>
  fetch(`${server.url}/graphql`, { method: 'POST', body, headers });
const ask = (query: string, headers: Record<string, string> = {}) =>
  post(JSON.stringify({ query }), { ...JSON_TYPE, ...headers });
const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, { headers });
const codeOf = async (response: Response) =>
  ((await response.json()) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code;

test('answers a query by POST, and tells caches to forget it', async () => {
  const response = await ask(QUERY);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    data: { warehouse: { demo: false } },
    extensions: { cost: { requested: 2, limit: 100_000 } },
  });
  expect(response.headers.get('cache-control')).toBe('no-store');
});

test('answers a query by GET, which caches may keep for a while', async () => {
  const response = await get(QUERY, { 'apollo-require-preflight': '1' });
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('public, max-age=30');
  const keyed = await get(QUERY, { 'apollo-require-preflight': '1', authorization: `Bearer ${ADMIN_KEY}` });
  expect(keyed.headers.get('cache-control')).toBe('private, max-age=30');
  const failed = await get('{ city(id: "x") { name } }', { 'apollo-require-preflight': '1' });
  expect(failed.headers.get('cache-control')).toBe('no-store');
});

test('a persisted query is sent once and named by its hash from then on', async () => {
  const query = '{ warehouse { demo trackedCities } }';
  const sha256Hash = createHash('sha256').update(query).digest('hex');
  const extensions = { persistedQuery: { version: 1, sha256Hash } };
  expect(await codeOf(await post(JSON.stringify({ extensions })))).toBe('PERSISTED_QUERY_NOT_FOUND');
  const data = { warehouse: { demo: false, trackedCities: 0 } };
  for (const body of [{ query, extensions }, { extensions }]) {
    expect(await (await post(JSON.stringify(body))).json()).toMatchObject({ data });
  }
});

test('keys are taken from the Authorization header', async () => {
  const mutation = 'mutation { refreshWeather(input: {}) { run { job } } }';
  const without = await ask(mutation);
  expect(without.status).toBe(401);
  expect(without.headers.get('www-authenticate')).toBe('Bearer');
  const withKey = await ask(mutation, { authorization: `Bearer ${ADMIN_KEY}` });
  expect(await withKey.json()).toMatchObject({ data: { refreshWeather: { run: { job: 'REFRESH' } } } });
  const { rows } = await server.pool.query<{ requested_by: string }>('SELECT requested_by FROM runs');
  expect(rows[0]?.requested_by).toBe('ADMIN_KEY from 127.0.0.1');
});

describe('requests that are refused', () => {
  test.each([
    ['malformed JSON', () => post('{"query":'), 400, 'BAD_REQUEST'],
    ['JSON that is no object', () => post('"query"'), 400, 'BAD_REQUEST'],
    ['an empty body', () => post(''), 400, 'BAD_REQUEST'],
    ['a batch', () => post(JSON.stringify([{ query: QUERY }, { query: QUERY }])), 400, 'BAD_REQUEST'],
    ['a property __proto__', () => post('{"__proto__":{"query":"{a}"}}'), 400, 'BAD_REQUEST'],
    [
      'text/plain, which needs no preflight',
      () => post(JSON.stringify({ query: QUERY }), { 'content-type': 'text/plain' }),
      400,
      'BAD_REQUEST',
    ],
    [
      'a form',
      () => post('query=1', { 'content-type': 'application/x-www-form-urlencoded' }),
      415,
      'BAD_REQUEST',
    ],
    [
      'an upload',
      () => post('--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
      415,
      'BAD_REQUEST',
    ],
    ['a GET without preflight', () => get(QUERY), 400, 'BAD_REQUEST'],
    [
      'a mutation by GET',
      () => get('mutation { refreshWeather(input: {}) { run { id } } }', { 'apollo-require-preflight': '1' }),
      405,
      'BAD_REQUEST',
    ],
    ['a body of 101 KB', () => ask(`{ a }${' '.repeat(101 * 1024)}`), 413, 'BAD_REQUEST'],
    [
      'a small body that becomes a large one',
      () => post(gzipSync(Buffer.alloc(5_000_000, ' ')), { ...JSON_TYPE, 'content-encoding': 'gzip' }),
      413,
      'BAD_REQUEST',
    ],
    [
      'broken compression',
      () => post(new TextEncoder().encode('not gzip at all'), { ...JSON_TYPE, 'content-encoding': 'gzip' }),
      400,
      'BAD_REQUEST',
    ],
    [
      'unknown compression',
      () => post('x', { ...JSON_TYPE, 'content-encoding': 'zstd' }),
      415,
      'BAD_REQUEST',
    ],
    ['another method', () => fetch(`${server.url}/graphql`, { method: 'DELETE' }), 405, 'BAD_REQUEST'],
    ['another path', () => fetch(`${server.url}/admin`), 404, 'BAD_REQUEST'],
  ])('%s', async (_, request, status, code) => {
    const response = await request();
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('json');
    const text = await response.text();
    expect(text).not.toMatch(/node_modules|\.ts:|\.js:|at \w+ \(/);
    expect(
      (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors[0]?.extensions.code,
    ).toBe(code);
  });

  test('other sites may read nothing', async () => {
    const preflight = await fetch(`${server.url}/graphql`, {
      method: 'OPTIONS',
      headers: { origin: 'https://example.org', 'access-control-request-method': 'POST' },
    });
    expect(preflight.status).toBe(405);
    const response = await ask(QUERY, { origin: 'https://example.org' });
    for (const { headers } of [preflight, response])
      expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a Host that cannot be one', async () => {
    const answer = await sendBytes(
      server.url,
      `GET /graphql?query=%7Ba%7D HTTP/1.1\r\nHost: [\r\nConnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
  });
});

test('reads a compressed body', async () => {
  const body = gzipSync(JSON.stringify({ query: QUERY }));
  const response = await post(body, { ...JSON_TYPE, 'content-encoding': 'gzip' });
  expect(await response.json()).toMatchObject({ data: { warehouse: { demo: false } } });
});

test('serves the schema as text', async () => {
  const response = await fetch(`${server.url}/schema.graphql`);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await response.text()).toBe(SCHEMA_TEXT);
});

describe('a client that takes its time is cut off', () => {
  let impatient: TestServer;

  beforeAll(async () => {
    impatient = await testServer({ patience: { headers: 200, request: 300, check: 50 } });
  });
  afterAll(() => impatient.stop());

  test.each([
    ['before it says anything', ''],
    ['within the headers', 'POST /graphql HTTP/1.1\r\nHost: x\r\n'],
    [
      'within the body',
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    ],
  ])('%s', async (_, text) => {
    const answer = await sendBytes(impatient.url, text);
    expect(answer === '' || answer.startsWith('HTTP/1.1 408')).toBe(true);
  });
});

describe('health', () => {
  test('lives before it is ready; queries wait until it is', async () => {
    let ready: () => Promise<boolean> = () =>
      Promise.reject(new Error('no database at postgres://u:secret@h/d'));
    const starting = await testServer({ isReady: () => ready() });
    const status = async (path: string) => (await fetch(`${starting.url}${path}`)).status;
    const question = () =>
      fetch(`${starting.url}/graphql`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({ query: QUERY }),
      });
    try {
      expect(await status('/healthz')).toBe(200);
      const notReady = await fetch(`${starting.url}/readyz`);
      expect(notReady.status).toBe(503);
      expect(await notReady.text()).not.toContain('secret');
      const early = await question();
      expect(early.status).toBe(503);
      expect(early.headers.get('retry-after')).toBe('2');
      expect(await codeOf(early)).toBe('SERVICE_UNAVAILABLE');
      ready = () => Promise.resolve(true);
      expect(await status('/readyz')).toBe(200);
      expect((await question()).status).toBe(200);
      ready = () => Promise.resolve(false);
      expect(await status('/readyz')).toBe(503);
    } finally {
      await starting.stop();
    }
  });

  test('a process that only works serves health and no GraphQL', async () => {
    const worker = await testServer({ api: undefined });
    try {
      expect((await fetch(`${worker.url}/healthz`)).status).toBe(200);
      expect((await fetch(`${worker.url}/graphql`)).status).toBe(404);
    } finally {
      await worker.stop();
    }
  });

  test('a running query is answered although the server closes', async () => {
    const closing = await testServer();
    await closing.pool.query('ALTER TABLE cities RENAME TO cities_kept');
    await closing.pool.query(`CREATE VIEW cities AS SELECT cities_kept.* FROM cities_kept, pg_sleep(0.5)`);
    const answer = fetch(`${closing.url}/graphql`, {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({ query: '{ warehouse { cities } }' }),
    });
    await expect
      .poll(async () => {
        const { rows } = await closing.pool.query(
          `SELECT 1 FROM pg_stat_activity WHERE query LIKE '%count(*)::int AS value FROM cities%' AND state = 'active' AND pid <> pg_backend_pid()`,
        );
        return rows.length;
      })
      .toBe(1);
    const stopped = closing.stop();
    expect(await (await answer).json()).toMatchObject({ data: { warehouse: { cities: 0 } } });
    await stopped;
  });
});
