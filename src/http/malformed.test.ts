import { afterAll, beforeAll, expect, test } from 'vitest';
import { sendBytes, testServer, type TestServer } from './testing.js';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.stop());

const message = expect.stringMatching(/^[A-Z].*\.$/) as string;
const HEAD = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const BODY = '{"query":"{ __typename }"}';

test.each([
  ['bytes that are no HTTP', '\u0000\u0001\u0002 nothing of the kind\r\n\r\n', 400],
  ['a TLS greeting', '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003', 400],
  ['a method that does not exist', 'GRAPH /graphql HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['a version that does not exist', 'GET /graphql HTTP/9.9\r\nHost: x\r\n\r\n', 400],
  ['a header without a colon', 'GET /healthz HTTP/1.1\r\nHost x\r\n\r\n', 400],
  ['no Host', 'GET /healthz HTTP/1.1\r\n\r\n', 400],
  ['headers of 20 KB', `GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['two lengths', `${HEAD}Content-Length: 26\r\nContent-Length: 5\r\n\r\n${BODY}`, 400],
  ['a length that is none', `${HEAD}Content-Length: -1\r\n\r\n${BODY}`, 400],
  [
    'a length and chunks, by which proxies and servers can be set at odds',
    `${HEAD}Content-Length: 26\r\nTransfer-Encoding: chunked\r\n\r\n${BODY}`,
    400,
  ],
  ['chunks of no size', `${HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n${BODY}\r\n0\r\n\r\n`, 400],
  ['a smuggled second header line', `${HEAD}X-A: b\rX-Admin: 1\r\nContent-Length: 26\r\n\r\n${BODY}`, 400],
])(
  '%s: refused by the parser, in few words; the connection is closed and nothing is run',
  async (what, text, status) => {
    const before = server.statements();
    const answer = await sendBytes(server.url, text);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const body = answer.slice(answer.indexOf('\r\n\r\n')).trim();
    // Node answers by itself, and without words, where no host is named.
    if (what === 'no Host') expect(body).toBe('0');
    else expect(JSON.parse(body)).toEqual({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
    expect(answer.length).toBeLessThan(2_048);
    expect(answer).not.toMatch(/node_modules|\.ts:|\.js:|at \w+ \(/);
    expect(server.statements()).toBe(before);
    // Others are served on.
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  },
);
