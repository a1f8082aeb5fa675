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

test('speaks GraphQL over HTTP: no audit fails, and at least 58 of 61 are met to the letter', async () => {
  const audits = serverAudits({ url: `${server.url}/graphql`, fetchFn: withPreflight });
  const results = [];
  for (const audit of audits) results.push(await audit.fn());
  const failed = results.filter(({ status }) => status === 'error');
  expect(failed.map((result) => [result.name, 'reason' in result && result.reason])).toEqual([]);
  const met = results.filter(({ status }) => status === 'ok');
  expect(results).toHaveLength(61);
  expect(met.length).toBeGreaterThanOrEqual(58);
});
