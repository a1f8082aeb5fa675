import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createKey, listKeys, revokeKey } from '../database/keys/keys.js';
import { createLogger } from '../logger.js';
import { createKeyring } from './auth.js';
import { StoredKeys } from './stored-keys.js';
import { ADMIN_KEY, dataOf, errorOf, testApi, type TestApi } from './testing/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.stop());
beforeEach(() => api.sql('TRUNCATE api_keys, runs'));

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 400 && !condition(); tries += 1) await sleep(10);
}

describe('keys of the table', () => {
  test('are kept as hashes alone, and listed without them', async () => {
    const { key } = await createKey(api.pool, { name: 'ops-laptop', role: 'ADMIN', expiresInDays: 30 });
    expect(key).toMatch(/^wwk_[\w-]{43}$/);
    const { rows } = await api.pool.query<{ text: string }>('SELECT api_keys::text AS text FROM api_keys');
    expect(rows[0]?.text).not.toContain(key);
    expect(rows[0]?.text).not.toContain(key.slice(4));
    const [listed] = await listKeys(api.pool);
    expect(listed).toMatchObject({ name: 'ops-laptop', role: 'ADMIN', revokedAt: null, lastUsedAt: null });
    expect(JSON.stringify(listed)).not.toContain('hash');
    const days = (Number(listed?.expiresAt) - Number(listed?.createdAt)) / 86_400_000;
    expect(days).toBe(30);
  });

  test('have names that are plain, and taken once; a revoked key’s name is free again', async () => {
    await createKey(api.pool, { name: 'dashboard', role: 'READ' });
    for (const name of ['dashboard', 'ADMIN_KEY', '', 'a b', 'x'.repeat(64)])
      await expect(createKey(api.pool, { name, role: 'ADMIN' })).rejects.toThrow(
        /exists|cannot be a key's name/,
      );
    expect(await revokeKey(api.pool, 'dashboard')).toMatchObject({ name: 'dashboard' });
    expect(await revokeKey(api.pool, 'dashboard')).toBeNull();
    await createKey(api.pool, { name: 'dashboard', role: 'READ' });
  });

  test('open what their role allows on every process at once, and nothing once revoked', async () => {
    const { connectionString } = api.pool.options;
    const replicas = [1, 2].map(() => new StoredKeys(api.pool, createLogger('silent')));
    for (const replica of replicas) await replica.start(connectionString ?? '');
    try {
      const identify = replicas.map((stored) => createKeyring({ admin: ADMIN_KEY, read: undefined, stored }));
      const roles = (key: string) => identify.map((who) => who(`Bearer ${key}`).role);
      const { key } = await createKey(api.pool, { name: 'ops', role: 'ADMIN' });
      await until(() => roles(key).every((role) => role === 'ADMIN'));
      expect(roles(key)).toEqual(['ADMIN', 'ADMIN']);
      expect(identify[0]?.(`Bearer ${key}`)).toMatchObject({ keyName: 'ops', caller: 'ops', key: 'KNOWN' });
      await revokeKey(api.pool, 'ops');
      await until(() => roles(key).every((role) => role === 'NONE'));
      expect(roles(key)).toEqual(['NONE', 'NONE']);
    } finally {
      for (const replica of replicas) await replica.stop();
    }
  });

  test('open nothing from the moment they expire, though nobody read them again', async () => {
    const stored = new StoredKeys(api.pool, createLogger('silent'));
    const { key, row } = await createKey(api.pool, { name: 'brief', role: 'READ', expiresInDays: 1 });
    await stored.load();
    let now = Number(row.expiresAt) - 1;
    const identify = createKeyring({ admin: ADMIN_KEY, read: undefined, stored }, () => now);
    expect(identify(`Bearer ${key}`)).toMatchObject({ role: 'READ', keyName: 'brief' });
    now += 1;
    expect(identify(`Bearer ${key}`)).toMatchObject({ role: 'NONE', key: 'UNKNOWN' });
  });

  test('say when they were used last, written once however often that was', async () => {
    const stored = new StoredKeys(api.pool, createLogger('silent'));
    const { key } = await createKey(api.pool, { name: 'busy', role: 'READ' });
    await stored.load();
    const identify = createKeyring({ admin: ADMIN_KEY, read: undefined, stored });
    const lastUsed = async () => (await listKeys(api.pool))[0]?.lastUsedAt ?? null;
    for (let i = 0; i < 50; i += 1) identify(`Bearer ${key}`);
    let first: Date | null = null;
    for (let tries = 0; tries < 400 && !first; tries += 1) first = await lastUsed();
    expect(first).toBeInstanceOf(Date);
    // Another process, which knows nothing of the first one's note.
    const other = new StoredKeys(api.pool, createLogger('silent'));
    await other.load();
    createKeyring({ admin: ADMIN_KEY, read: undefined, stored: other })(`Bearer ${key}`);
    await sleep(100);
    expect(await lastUsed()).toEqual(first);
  });
});

const VIEWER = '{ viewer { role keyName } }';

test('the viewer learns what they may do, and under which name', async () => {
  const stored = new StoredKeys(api.pool, createLogger('silent'));
  const { key } = await createKey(api.pool, { name: 'reader', role: 'READ' });
  await stored.load();
  const keyed = await testApi({ keys: { admin: ADMIN_KEY, read: ['k4Vq7fYxP2mZs9Lw'], stored } });
  try {
    const viewer = async (authorization: string) => dataOf(await keyed.askAs(authorization, VIEWER)).viewer;
    expect(await viewer(`Bearer ${ADMIN_KEY}`)).toEqual({ role: 'ADMIN', keyName: 'ADMIN_KEY' });
    expect(await viewer('Bearer k4Vq7fYxP2mZs9Lw')).toEqual({ role: 'READ', keyName: 'READ_KEYS 1' });
    expect(await viewer(`bearer ${key}`)).toEqual({ role: 'READ', keyName: 'reader' });
    expect(errorOf(await keyed.askAs(undefined, VIEWER))).toMatchObject({ code: 'UNAUTHENTICATED' });
    const write = 'mutation { refreshWeather(input: {}) { run { id } } }';
    expect(errorOf(await keyed.askAs(`Bearer ${key}`, write))).toMatchObject({ code: 'FORBIDDEN' });
  } finally {
    await keyed.stop();
  }
  expect(dataOf(await api.ask(VIEWER))).toEqual({ viewer: { role: 'READ', keyName: null } });
});

describe('wrong keys', () => {
  let now = Date.now();
  let address = 0;
  let guarded: TestApi;
  beforeAll(async () => {
    guarded = await testApi({ now: () => now });
  });
  afterAll(() => guarded.stop());
  beforeEach(() => {
    address += 1;
  });

  const READ = '{ warehouse { demo } }';
  const ask = (authorization: string | undefined, query = READ, from = `192.0.2.${address}`) =>
    guarded.askAs(authorization, query, {}, from);
  const codeOf = async (answer: ReturnType<typeof ask>) => (await answer).errors?.[0]?.extensions.code;
  const many = (count: number) =>
    `mutation { ${Array.from({ length: count }, (_, i) => `a${i}: refreshWeather(input: {}) { run { id } }`).join(' ')} }`;

  test('are five a minute; then no key of that address is looked at, the right one neither', async () => {
    for (let i = 0; i < 5; i += 1) expect(await codeOf(ask(`Bearer guess-${i}`))).toBe('UNAUTHENTICATED');
    const refused = errorOf(await ask('Bearer guess-6'));
    expect(refused).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: 60 });
    expect(await codeOf(ask(`Bearer ${ADMIN_KEY}`))).toBe('RATE_LIMITED');
    expect(guarded.roleOf(`Bearer ${ADMIN_KEY}`, `192.0.2.${address}`)).toBe('NONE');
    // Whoever sends no key, or sits elsewhere, is not concerned.
    expect(await codeOf(ask(undefined))).toBeUndefined();
    expect(await codeOf(ask(`Bearer ${ADMIN_KEY}`, READ, '198.51.100.1'))).toBeUndefined();
    now += 60_000;
    expect(await codeOf(ask(`Bearer ${ADMIN_KEY}`))).toBeUndefined();
  });

  test('are counted by operation: aliases of one document are as many attempts', async () => {
    expect(await codeOf(ask('Bearer guess', many(3)))).toBe('UNAUTHENTICATED');
    expect(await codeOf(ask('Bearer guess', many(3)))).toBe('RATE_LIMITED');
    expect(await codeOf(ask(`Bearer ${ADMIN_KEY}`, many(1)))).toBe('RATE_LIMITED');
  });

  test('in fragments count as well', async () => {
    const query = `mutation { ...A ...B } fragment A on Mutation { ${'a b c d e f'
      .split(' ')
      .map((name) => `${name}: cancelRun(input: { id: "1" }) { run { id } }`)
      .join(' ')} } fragment B on Mutation { __typename }`;
    expect(await codeOf(ask('Bearer guess', query))).toBe('RATE_LIMITED');
  });

  test('start nothing', async () => {
    for (let i = 0; i < 10; i += 1) await ask(`Bearer guess-${i}`, many(1));
    const { rows } = await guarded.pool.query('SELECT id FROM runs');
    expect(rows).toEqual([]);
  });
});
