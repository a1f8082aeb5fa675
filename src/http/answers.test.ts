import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_KEY } from '../graphql/testing/api.js';
import { testReplica, testServer, type TestServer } from './testing.js';

const BYTES = 1_000_000;
const READ_KEY = 'a-read-key-for-tests';
let replicas: [TestServer, TestServer];

/** A server of the same warehouse which is told that nothing commits, whatever other tests do on the same PostgreSQL. */
interface QuietServer extends TestServer {
  /** Statements sent for answers so far. */
  computed(): number;
}
let quiet: QuietServer;
/** Another, where reading needs a key. */
let locked: QuietServer;

async function quietServer(url: string, read?: string[]): Promise<QuietServer> {
  const pool = new pg.Pool({ connectionString: url, options: '-c TimeZone=UTC' });
  let computed = 0;
  const query = (config: pg.QueryConfig, ...rest: [unknown[]?]) => {
    if (config.name?.startsWith('data-version') === true)
      return Promise.resolve({ rows: [{ version: '1' }] });
    computed += 1;
    return pool.query(config, ...rest);
  };
  const readPool = { query } as Pick<pg.Pool, 'query'>;
  const keys = { admin: ADMIN_KEY, read };
  const server = await testReplica(url, {}, { answerCacheBytes: BYTES, keys, readPool });
  const stop = () => server.stop().then(() => pool.end());
  return { ...server, computed: () => computed, stop };
}

beforeAll(async () => {
  const first = await testServer({}, { answerCacheBytes: BYTES });
  const { rows } = await first.pool.query<{ name: string }>('SELECT current_database() AS name');
  const url = new URL(String(first.pool.options.connectionString));
  url.pathname = rows[0]?.name ?? '';
  quiet = await quietServer(url.href);
  locked = await quietServer(url.href, [READ_KEY]);
  replicas = [first, await testReplica(url.href, {}, { answerCacheBytes: BYTES })];
  await first.pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, population, time_zone, search_text)
     VALUES (1, 'Counting', 'Counting', 'NZ', -36, 174, 0, 'Pacific/Auckland', 'counting')`,
  );
});
afterAll(async () => {
  await quiet.stop();
  await locked.stop();
  await replicas[1].stop();
  await replicas[0].stop();
});

const QUERY = '{ city(id: "1") { population } }';
const post = (server: TestServer, query: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    body: JSON.stringify({ query }),
    headers: { 'content-type': 'application/json', ...headers },
  });
const get = (server: TestServer, query: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { 'apollo-require-preflight': '1', ...headers },
  });

async function population(server: TestServer): Promise<number> {
  const { data } = (await (await post(server, QUERY)).json()) as { data: { city: { population: number } } };
  return data.city.population;
}

/** Asks until the answer comes from the cache: it is computed once, computed and kept, and then given. */
async function cachedAnswer(server: QuietServer, ask: () => Promise<Response>): Promise<Response> {
  for (let i = 0; i < 2; i += 1) await (await ask()).arrayBuffer();
  const before = server.computed();
  const response = await ask();
  expect([response.status, server.computed() - before]).toEqual([200, 0]);
  return response;
}

test('an answer from the cache is the answer, headers and all', async () => {
  for (const ask of [() => post(quiet, QUERY), () => get(quiet, QUERY)]) {
    const computed = await ask();
    const cached = await cachedAnswer(quiet, ask);
    expect(await cached.text()).toBe(await computed.text());
    for (const name of ['content-type', 'cache-control', 'vary', 'etag', 'x-content-type-options']) {
      expect(cached.headers.get(name)).toBe(computed.headers.get(name));
    }
  }
});

test('never stale: whoever asks after a commit gets what it wrote, of either replica, in any order', async () => {
  let written = 0;
  const end = performance.now() + 15_000;
  const step = fc.record({
    writes: fc.nat(1),
    readers: fc.array(fc.nat(1), { minLength: 1, maxLength: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      for (const { writes, readers } of steps) {
        // A busy machine gets fewer rounds; interrupted ones would write on during the next test.
        if (performance.now() > end) return;
        const least = written;
        // Readers and the writer at once: what they get is the old value or the new, and never an older one.
        const writing = writes === 1 ? write(written + 1) : Promise.resolve();
        const read = Promise.all(readers.map((replica) => population(replicas[replica === 0 ? 0 : 1])));
        await writing;
        written += writes;
        for (const value of await read) expect([least, written]).toContain(value);
        expect(await population(replicas[0])).toBe(written);
        expect(await population(replicas[1])).toBe(written);
      }
    }),
    { numRuns: 15 },
  );
});

const write = async (value: number): Promise<void> => {
  await replicas[0].pool.query('UPDATE cities SET population = $1 WHERE id = 1', [value]);
};

test('a transaction that commits late is not missed, though younger ones committed before it', async () => {
  const [server] = replicas;
  const [older, younger] = [await server.pool.connect(), await server.pool.connect()];
  try {
    await older.query('BEGIN');
    await older.query('UPDATE cities SET population = 1001 WHERE id = 1');
    await younger.query(`INSERT INTO settings (key, value) VALUES ($1, '0')`, [randomUUID()]);
    for (const replica of replicas) for (let i = 0; i < 4; i += 1) await population(replica);
    await older.query('COMMIT');
    for (const replica of replicas) expect(await population(replica)).toBe(1001);
  } finally {
    older.release();
    younger.release();
  }
});

test('no key, no cached answer: not what another key opened, nor what an administrator asked', async () => {
  const withKey = (key: string) => post(locked, QUERY, { authorization: `Bearer ${key}` });
  await cachedAnswer(locked, () => withKey(READ_KEY));
  await cachedAnswer(locked, () => withKey(ADMIN_KEY));
  for (let i = 0; i < 3; i += 1) {
    expect((await post(locked, QUERY)).status).toBe(401);
    expect((await withKey('a-key-that-nobody-gave-out')).status).toBe(401);
  }
  // Private by key, public without: the headers differ though the answer is the same.
  const keyed = await cachedAnswer(quiet, () => get(quiet, QUERY, { authorization: `Bearer ${ADMIN_KEY}` }));
  expect(keyed.headers.get('cache-control')).toBe('private, max-age=30');
  const free = await cachedAnswer(quiet, () => get(quiet, QUERY));
  expect(free.headers.get('cache-control')).toBe('public, max-age=30');
});

test('a cached answer to GET does not open a door for other sites', async () => {
  await cachedAnswer(quiet, () => get(quiet, QUERY));
  const response = await fetch(`${quiet.url}/graphql?query=${encodeURIComponent(QUERY)}`);
  expect(response.status).toBe(400);
});

test('answers 304 to who has the answer, and 200 when it is another', async () => {
  const [server] = replicas;
  const first = await get(server, QUERY);
  const tag = first.headers.get('etag') ?? '';
  expect(tag).toBe(
    `"${createHash('sha256')
      .update(await first.text())
      .digest('base64url')
      .slice(0, 27)}"`,
  );
  for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
    const again = await get(server, QUERY, { 'if-none-match': known });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('cache-control')).toBe('public, max-age=30');
  }
  await write(5_000);
  const changed = await get(server, QUERY, { 'if-none-match': tag });
  expect(changed.status).toBe(200);
  expect(await changed.json()).toMatchObject({ data: { city: { population: 5_000 } } });
});

test('what is long past may be kept for long; failures and what the clock decides are not kept here', async () => {
  const range = 'range: { from: "2020-01-01T00:00:00Z", to: "2020-02-01T00:00:00Z" }';
  const old = await get(quiet, `{ city(id: "1") { observations(${range}) { nodes { observedAt } } } }`);
  expect(old.headers.get('cache-control')).toBe('public, max-age=3600');
  for (const query of [
    '{ city(id: "1") { observations(past: "P1D") { nodes { observedAt } } } }',
    '{ city(id: "x") { name } }',
  ]) {
    const statements: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      const before = quiet.computed();
      await (await post(quiet, query)).text();
      statements.push(quiet.computed() - before);
    }
    // As many each time.
    expect(new Set(statements).size).toBe(1);
  }
});
