import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ATTACKS } from '../bench/attacks/attacks.js';
import { MOST_ERRORS } from '../graphql/limits/shape.js';
import { testServer, type TestServer } from './testing.js';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

interface Answer {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

async function ask(query: string, variables: object = {}): Promise<{ status: number; answer: Answer }> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

test.each(ATTACKS)('$row: $name is refused in few words, and no statement runs', async (attack) => {
  const before = server.statements();
  const response = await fetch(`${server.url}/graphql${attack.search ?? ''}`, attack.init);
  const text = await response.text();
  expect(attack.statuses).toContain(response.status);
  expect(text.length).toBeLessThan(2_048);
  expect(response.headers.get('content-type')).toContain('json');
  expect(text).not.toMatch(/node_modules|\.ts:|\.js:|at \w+ \(|call stack/i);
  expect((JSON.parse(text) as Answer).errors?.length).toBeGreaterThan(0);
  expect(server.statements()).toBe(before);
});

/** What graphql-cop looks for, and how it tells. Introspection and the IDE are public here, and so suggestions are. */
describe('F1: the checks of graphql-cop find nothing', () => {
  const dataless = async (query: string) => expect((await ask(query)).answer.data ?? null).toBeNull();

  test('alias overloading', () =>
    dataless(
      `query cop { ${'alias0:__typename '.repeat(0)}${Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(' ')} }`,
    ));
  test('field duplication', () => dataless(`query cop { ${'__typename \n'.repeat(500)} }`));
  test('circular introspection', () =>
    dataless(
      'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
    ));
  test('directive overloading: not every directive has an error of its own', async () => {
    const { status, answer } = await ask(`query cop { __typename ${'@aa'.repeat(10)} }`);
    expect(status).toBe(400);
    expect(answer.errors?.length).toBeLessThanOrEqual(MOST_ERRORS + 1);
  });
  test('batching', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }))),
    });
    expect(response.status).toBe(400);
    expect(Array.isArray(await response.json())).toBe(false);
  });
  test.each([
    ['queries by GET', `?${new URLSearchParams({ query: 'query cop { __typename }' }).toString()}`],
    ['mutations by GET', `?${new URLSearchParams({ query: 'mutation cop { __typename }' }).toString()}`],
  ])('%s', async (_, search) => {
    const response = await fetch(`${server.url}/graphql${search}`);
    expect(((await response.json()) as Answer).data ?? null).toBeNull();
  });
  test('forms', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      body: new URLSearchParams({ query: 'query cop { __typename }' }),
    });
    expect(response.status).toBe(415);
  });
  test('traces', async () => {
    const { answer } = await ask('query cop { __typename }');
    expect(answer.data).toEqual({ __typename: 'Query' });
    expect(Object.keys(answer.extensions ?? {})).toEqual(['cost']);
  });
  test('unhandled errors', async () => {
    const { answer } = await ask('qwerty cop { abc }');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'GRAPHQL_PARSE_FAILED' });
  });
});

describe('F20: values that break out of other programs are values here', () => {
  const SEARCH = 'query Q($text: String!) { cities(search: $text) { nodes { id } } }';
  const HOSTILE = [
    `'; DROP TABLE cities; --`,
    `%' OR 1=1`,
    '$1',
    '\\',
    '\u0000',
    '\ud800',
    '\u202e\u2028',
    '👩‍👩‍👧‍👦'.repeat(5),
    '{"$gt":""}',
    '../../etc/passwd',
    randomBytes(2_000).toString('base64'),
  ];

  test.each(HOSTILE)('%j', async (text) => {
    for (const query of [
      SEARCH,
      SEARCH.replaceAll('String!', 'ID!').replace(
        'cities(search: $text) { nodes { id } }',
        'city(id: $text) { id }',
      ),
    ]) {
      const { status, answer } = await ask(query, { text });
      expect([200, 400]).toContain(status);
      const codes = (answer.errors ?? []).map(({ extensions }) => extensions.code);
      for (const code of codes) expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(code);
    }
    expect((await server.pool.query('SELECT FROM cities')).rows).toEqual([]);
  });
});
