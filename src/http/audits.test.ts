import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from './testing.js';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

/** What every client of an API with CSRF prevention sends along with a GET. */
const withPreflight = (url: string | URL | Request, init: RequestInit = {}) =>
  fetch(url, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), 'apollo-require-preflight': 'true' },
  });

/**
 * Three audits would have a document that cannot be parsed, is not valid, or whose variables do not fit answered 200 to who
 * accepts `application/json`, as servers did before there was a media type of GraphQL's own. They are answered 400 here,
 * whatever is accepted: caches, proxies and monitors then see what happened.
 */
const OTHERWISE = [
  ['572B', 'SHOULD use 200 status code on document parsing failure when accepting application/json'],
  ['FDE2', 'SHOULD use 200 status code on document validation failure when accepting application/json'],
  ['7B9B', 'SHOULD use a status code of 200 on variable coercion failure when accepting application/json'],
];

test('speaks GraphQL over HTTP: no audit fails, and 58 of 61 are met to the letter', async () => {
  const audits = serverAudits({ url: `${server.url}/graphql`, fetchFn: withPreflight });
  const results = [];
  for (const audit of audits) results.push(await audit.fn());
  expect(results).toHaveLength(61);
  const failed = results.filter(({ status }) => status === 'error');
  expect(failed.map((result) => [result.name, 'reason' in result && result.reason])).toEqual([]);
  const unmet = results.filter(({ status }) => status !== 'ok');
  expect(unmet.map(({ id, name }) => [id, name])).toEqual(OTHERWISE);
});
