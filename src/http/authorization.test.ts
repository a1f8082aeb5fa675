import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_KEY } from '../graphql/testing/api.js';
import { testServer, type TestServer } from './testing.js';

const body = JSON.stringify({ query: 'mutation { refreshWeather(input: {}) { run { id } } }' });

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

interface Answer {
  status: number;
  text: string;
  retryAfter: string | undefined;
}

/** Header lines go out just as given: what clients of HTTP would mend is what is tested. */
function post(authorization: string[], localAddress: string): Promise<Answer> {
  const lines = [
    'content-type',
    'application/json',
    ...authorization.flatMap((line) => ['authorization', line]),
  ];
  const { host } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const headers = ['host', host, 'content-length', String(body.length), ...lines];
    const asking = request(`${server.url}/graphql`, { method: 'POST', headers, localAddress }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      const retryAfter = answer.headers['retry-after'];
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, retryAfter }));
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

const unsigned = (payload: object) =>
  `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.`;

const runs = async () =>
  (await server.pool.query<{ requested_by: string }>('SELECT requested_by FROM runs')).rows;

test.each([
  ['no header', [], '127.0.0.2'],
  ['an empty one', [''], '127.0.0.3'],
  ['a wrong key', ['Bearer wrong'], '127.0.0.4'],
  ['an unsigned token', [`Bearer ${unsigned({ role: 'ADMIN' })}`], '127.0.0.5'],
  ['another scheme', [`Basic ${Buffer.from(`admin:${ADMIN_KEY}`).toString('base64')}`], '127.0.0.6'],
  ['two headers, the right key first', [`Bearer ${ADMIN_KEY}`, 'Bearer wrong'], '127.0.0.7'],
  ['two headers, the right key last', ['Bearer wrong', `Bearer ${ADMIN_KEY}`], '127.0.0.8'],
  ['two headers with the right key', [`Bearer ${ADMIN_KEY}`, `Bearer ${ADMIN_KEY}`], '127.0.0.9'],
])('with %s no mutation runs', async (_, authorization, from) => {
  const { status, text } = await post(authorization, from);
  expect(status).toBe(401);
  expect(text).toContain('"UNAUTHENTICATED"');
  expect(text).not.toContain(ADMIN_KEY);
  expect(await runs()).toEqual([]);
});

test('the sixth wrong key of a minute is answered 429, and so is the right one then; elsewhere it works', async () => {
  for (let i = 0; i < 5; i += 1) expect((await post(['Bearer wrong'], '127.0.0.10')).status).toBe(401);
  const refused = await post(['Bearer wrong'], '127.0.0.10');
  expect(refused.status).toBe(429);
  expect(Number(refused.retryAfter)).toBeGreaterThan(0);
  expect((await post([`Bearer ${ADMIN_KEY}`], '127.0.0.10')).status).toBe(429);
  expect(await runs()).toEqual([]);
  expect((await post([`bearer ${ADMIN_KEY}`], '127.0.0.11')).status).toBe(200);
  expect(await runs()).toEqual([{ requested_by: 'ADMIN_KEY from 127.0.0.11' }]);
  expect(server.log.join('')).not.toContain(ADMIN_KEY);
});
