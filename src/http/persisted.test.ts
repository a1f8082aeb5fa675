import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ListedOperations } from '../graphql/persisted/listed-operations.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { rawSubscriber } from './live/testkit.js';
import { testReplica, type TestServer } from './testing.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const LISTED = 'query Listed { warehouse { demo } }';
const FOLLOW = 'subscription { observationAdded(cityIds: "1") { observedAt } }';
const OTHER = '{ warehouse { trackedCities } }';
const OPERATIONS = new Map([
  ['page-1', LISTED],
  ['page-2', FOLLOW],
]);

let database: TestDatabase;
/** Answers all; answers those of the list by id as well; answers those only. */
let open: TestServer;
let knowing: TestServer;
let strict: TestServer;

beforeAll(async () => {
  database = await testDatabase();
  const replica = (listed?: ListedOperations) =>
    testReplica(database.url, {}, { answerCacheBytes: 1_000_000, listed });
  open = await replica();
  knowing = await replica(new ListedOperations(OPERATIONS, false));
  strict = await replica(new ListedOperations(OPERATIONS, true));
});
afterAll(async () => {
  for (const server of [open, knowing, strict]) await server.stop();
  await database.drop();
});

const post = (server: TestServer, body: object, path = '/graphql') =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const get = (server: TestServer, ...parameters: [string, string][]) =>
  fetch(`${server.url}/graphql?${new URLSearchParams(parameters).toString()}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
const byHash = (hash: string) => ({ persistedQuery: { version: 1, sha256Hash: hash } });
const dataOf = async (response: Response) => ((await response.json()) as { data?: unknown }).data;
const refusalOf = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
  return [response.status, errors[0]?.extensions.code];
};

describe('automatic persisted queries', () => {
  test('one that was registered is answered by GET with nothing but its hash, each time', async () => {
    const extensions = byHash(sha256(OTHER));
    const hashOnly = () => get(open, ['extensions', JSON.stringify(extensions)]);
    expect(await refusalOf(await hashOnly())).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    expect((await post(open, { query: OTHER, extensions })).status).toBe(200);
    for (let i = 0; i < 4; i += 1) {
      const answer = await hashOnly();
      expect(answer.headers.get('cache-control')).toBe('public, max-age=30');
      expect(await dataOf(answer)).toEqual({ warehouse: { trackedCities: 0 } });
    }
  });

  test('a hash of another text is refused, and registers nothing', async () => {
    const extensions = byHash(sha256('{ warehouse { cities } }'));
    expect((await post(open, { query: OTHER, extensions })).status).toBe(400);
    expect(await refusalOf(await post(open, { extensions }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  });

  test('what is no valid query is not registered', async () => {
    const query = '{ warehouse { nothing } }';
    const extensions = byHash(sha256(query));
    expect((await post(open, { query, extensions })).status).toBe(400);
    expect(await refusalOf(await post(open, { extensions }))).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
  });
});

/** The ways to name a listed operation. */
const NAMES: [string, (server: TestServer) => Promise<Response>][] = [
  ['its id', (server) => post(server, { documentId: 'page-1' })],
  ['its hash', (server) => post(server, { documentId: `sha256:${sha256(LISTED)}` })],
  ['its hash, as Apollo has it', (server) => post(server, { extensions: byHash(sha256(LISTED)) })],
  ['its id, as Apollo has it', (server) => post(server, { extensions: byHash('page-1') })],
  ['its id, by GET', (server) => get(server, ['documentId', 'page-1'])],
  ['its hash, by GET', (server) => get(server, ['extensions', JSON.stringify(byHash(sha256(LISTED)))])],
  ['its very text', (server) => post(server, { query: LISTED })],
  ['its very text, by GET', (server) => get(server, ['query', LISTED])],
];

test.each(NAMES)('a listed operation is answered by %s', async (_, ask) => {
  // More than once: the second and later ones may come from the cache of answers.
  for (const server of [knowing, strict, knowing, strict, strict]) {
    expect(await dataOf(await ask(server))).toEqual({ warehouse: { demo: false } });
  }
});

test('a list alone keeps nobody from asking otherwise', async () => {
  expect(await dataOf(await post(knowing, { query: OTHER }))).toEqual({ warehouse: { trackedCities: 0 } });
  const unknown = await post(knowing, { documentId: 'page-9' });
  expect(await refusalOf(unknown)).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
});

describe('where only the list is answered, nothing else is', () => {
  test.each<[string, () => Promise<Response>]>([
    ['another query', () => post(strict, { query: OTHER })],
    ['another query by GET', () => get(strict, ['query', OTHER])],
    ['a listed text with something added', () => post(strict, { query: `${LISTED} ` })],
    ['introspection', () => post(strict, { query: '{ __schema { queryType { name } } }' })],
    ['a mutation', () => post(strict, { query: 'mutation { refreshWeather(input: {}) { run { id } } }' })],
    ['an id that nobody listed', () => post(strict, { documentId: 'page-9' })],
    ['another query with a listed id', () => post(strict, { query: OTHER, documentId: 'page-1' })],
    ['an attempt to register', () => post(strict, { query: OTHER, extensions: byHash(sha256(OTHER)) })],
    ['a listed query and another one in one URL', () => get(strict, ['query', LISTED], ['query', OTHER])],
    ['a batch', () => post(strict, [{ query: OTHER }])],
    ['no query at all', () => post(strict, {})],
    ['no text', () => post(strict, { query: { toString: LISTED } })],
    ['what is not GraphQL', () => post(strict, { query: '{'.repeat(1_000) })],
    ['another subscription', () => post(strict, { query: `${FOLLOW} ` }, '/graphql/stream')],
  ])('%s', async (_, ask) => {
    const before = strict.statements();
    for (let i = 0; i < 3; i += 1)
      expect(await refusalOf(await ask())).toEqual([403, 'OPERATION_NOT_LISTED']);
    expect(strict.statements()).toBe(before);
  });

  test('subscriptions as well: the listed one runs, by id or text, and another does not', async () => {
    const stream = await post(strict, { documentId: 'page-2' }, '/graphql/stream');
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    await stream.body?.cancel();
    const refused = rawSubscriber(strict, {}, { query: `${FOLLOW} ` });
    await once(refused, 'message');
    const [message] = (await once(refused, 'message')) as [Buffer];
    expect(String(message)).toContain('OPERATION_NOT_LISTED');
    refused.close();
    const listed = rawSubscriber(strict, {}, { query: FOLLOW });
    await expect.poll(() => strict.subscribers(), { timeout: 10_000 }).toBe(1);
    listed.close();
  });
});
