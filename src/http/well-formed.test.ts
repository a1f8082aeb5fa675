import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from './testing.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({}, { answerCacheBytes: 1e6 });
});
afterAll(() => server.stop());

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const post = (body: string, path = '/graphql') =>
  fetch(`${server.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
const get = (parameters: Record<string, string>) =>
  fetch(`${server.url}/graphql?${new URLSearchParams(parameters).toString()}`, {
    headers: { 'apollo-require-preflight': '1' },
  });

async function refused(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  expect(response.status).toBe(400);
  const { errors } = (await response.json()) as {
    errors: [{ message: string; extensions: { code: string } }];
  };
  expect(errors[0].extensions).toEqual({ code: 'BAD_REQUEST' });
  return errors[0].message;
}

const QUERY = '{ __typename }';

test('JSON that is nested beyond measure is refused, and is no failure of ours', async () => {
  for (const levels of [100, 5_000, 45_000]) {
    const body = `{"query":"${QUERY}","variables":{"a":${nested(levels)}}}`;
    expect(await refused(post(body))).toContain('64 levels');
    expect(await refused(post(body, '/graphql/stream'))).toContain('64 levels');
    expect(await refused(post(nested(levels)))).toContain('64 levels');
  }
  expect(await refused(get({ query: QUERY, variables: `{"a":${nested(2_000)}}` }))).toContain('64 levels');
  expect((await post(`{"query":"${QUERY}","variables":{"a":${nested(20)}}}`)).status).toBe(200);
  expect(server.log.join('')).not.toContain('failed');
});

test('persisted queries of another version are refused, and are no failure of ours', async () => {
  for (const persistedQuery of [{ version: '1', sha256Hash: 'abc' }, { version: 2 }, [], 'abc', 1]) {
    const extensions = { persistedQuery };
    expect(await refused(post(JSON.stringify({ query: QUERY, extensions })))).toContain('version 1');
    expect(await refused(get({ query: QUERY, extensions: JSON.stringify(extensions) }))).toContain(
      'version 1',
    );
  }
  expect((await post(JSON.stringify({ query: QUERY, extensions: { persistedQuery: null } }))).status).toBe(
    200,
  );
  expect(server.log.join('')).not.toContain('failed');
});

test('an address that cannot be read is refused in the form of all others', async () => {
  const { pathname } = new URL(`${server.url}/%E0%A4%A`);
  const response = await fetch(`${server.url}${pathname}`);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
});
