import { createServer, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLogger } from '../logger.js';
import { startDemoUpstream, type DemoUpstream } from './demo/server.js';
import type { Fault } from './demo/faults.js';
import { upstream, type Reply, type UpstreamOptions } from './http.js';

const KEY = 'canary+0123456789/abcdef';
const PARAMETERS = { lat: '59.86', lon: '17.64', appid: KEY, units: 'metric' };

let demo: DemoUpstream;

beforeEach(async () => {
  demo = await startDemoUpstream({ logger: createLogger('silent') });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await demo.stop();
});

function ask(options: Partial<UpstreamOptions> = {}, signal?: AbortSignal): Promise<Reply> {
  const client = upstream({ baseUrl: demo.url, secrets: [KEY], deadline: 5000, ...options });
  return client('/data/2.5/weather', PARAMETERS, signal);
}

function askWith(fault: Fault, options: Partial<UpstreamOptions> = {}): Promise<Reply> {
  demo.setFaults([{ fault }]);
  return ask(options);
}

/** Neither the key nor the way a URL spells it, anywhere in what came out. */
function expectNoKey(value: unknown): void {
  const texts = [
    inspect(value, { depth: 20, showHidden: true, maxStringLength: null }),
    JSON.stringify(value),
  ];
  if (typeof value === 'object' && value !== null && 'answer' in value) {
    texts.push((value.answer as { body: Buffer }).body.toString());
  }
  for (const text of texts) {
    expect(text).not.toContain(KEY);
    expect(text).not.toContain(encodeURIComponent(KEY));
    expect(text).not.toContain('canary');
  }
}

function failureOf(reply: Reply): string {
  expectNoKey(reply);
  if (!('failure' in reply)) throw new Error('there is an answer');
  expect(Object.keys(reply)).toEqual(['failure']);
  return reply.failure;
}

async function listen(server: Server | ReturnType<typeof createTcpServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('brings the body as the bytes upstream sent', async () => {
  const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0xff, 0x00, 0x7d]);
  const server = createServer((_, response) =>
    response.writeHead(200, { 'Content-Type': 'text/odd' }).end(bytes),
  );
  const baseUrl = await listen(server);
  const reply = await ask({ baseUrl });
  server.close();
  if (!('answer' in reply)) throw new Error(reply.failure);
  expect(reply.answer).toMatchObject({ httpStatus: 200, contentType: 'text/odd' });
  expect(reply.answer.body.equals(bytes)).toBe(true);
  expect(reply.answer.fetchedAt.getTime()).toBeGreaterThanOrEqual(reply.answer.requestedAt.getTime());
});

test.each([204, 302, 400, 401, 404, 429, 500, 503])(
  'brings an answer of status %i like any other',
  async (status) => {
    const reply = await askWith({ kind: 'STATUS', status, retryAfter: '30' });
    if (!('answer' in reply)) throw new Error(reply.failure);
    expect(reply.answer.httpStatus).toBe(status);
    expect(reply.retryAfter).toBe('30');
    expectNoKey(reply);
  },
);

test('keeps a path of the base URL and never leaves its host', async () => {
  const paths: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url);
    response.end('{}');
  });
  const baseUrl = await listen(server);
  const client = upstream({ baseUrl: `${baseUrl}/proxy/` });
  await client('/data', { q: 1 });
  await client(`${demo.url}/data/2.5/weather`, { q: 2 });
  server.close();
  expect(paths[0]).toBe('/proxy/data?q=1');
  expect(paths[1]).toMatch(/^\/proxy\//);
  expect(demo.calls).toEqual({});
});

test('says so when the connection is refused', async () => {
  await demo.stop();
  expect(failureOf(await ask())).toBe('connection refused (ECONNREFUSED)');
  demo = await startDemoUpstream({ logger: createLogger('silent') });
});

test('says so when the connection is cut', async () => {
  expect(failureOf(await askWith({ kind: 'RESET' }))).toBe('connection cut (ECONNRESET)');
});

test.each<[string, Fault]>([
  ['never comes', { kind: 'HANG' }],
  ['drips in byte by byte', { kind: 'DRIP', everyMs: 20 }],
  ['comes late', { kind: 'DELAY', ms: 60_000 }],
])('ends the call in time when the answer %s', async (_, fault) => {
  expect(failureOf(await askWith(fault, { deadline: 300 }))).toBe('no complete answer within 0.3 s');
});

test('ends the call in time when the connection does not come about', async () => {
  const server = createTcpServer();
  const baseUrl = await listen(server);
  // TLS against a server that says nothing hangs before there is a request.
  const reply = await ask({ baseUrl: baseUrl.replace('http:', 'https:'), deadline: 300 });
  server.close();
  expect(failureOf(reply)).toBe('no complete answer within 0.3 s');
});

test('ends the call when the caller no longer wants it, before and during it', async () => {
  expect(failureOf(await ask({}, AbortSignal.abort()))).toBe('call cancelled');
  expect(demo.calls).toEqual({});
  demo.setFaults([{ fault: { kind: 'HANG' } }]);
  const controller = new AbortController();
  const pending = ask({}, controller.signal);
  await vi.waitFor(() => expect(demo.log.entries).toHaveLength(1));
  controller.abort();
  expect(failureOf(await pending)).toBe('call cancelled');
});

test.each<[string, Fault]>([
  ['plain', { kind: 'OVERSIZED', megabytes: 20, gzip: false }],
  ['compressed a thousandfold', { kind: 'OVERSIZED', megabytes: 100, gzip: true }],
])('stops reading a %s body beyond its limit', async (_, fault) => {
  expect(failureOf(await askWith(fault))).toBe('answer too large, not read to its end');
});

test('takes a body up to its limit, which a caller may set', async () => {
  const fault = { kind: 'OVERSIZED', megabytes: 3, gzip: true } as const;
  expect(await askWith(fault, { maxBytes: 3_000_000 })).toHaveProperty('answer');
  expect(await askWith(fault, { maxBytes: 2_999_999 })).toHaveProperty('failure');
});

test('says so when the answer ends before its announced length', async () => {
  expect(failureOf(await askWith({ kind: 'CUT_SHORT' }))).toMatch(/^(answer cut short|connection cut)/);
});

test('says so when the body is not what its encoding claims', async () => {
  expect(failureOf(await askWith({ kind: 'BAD_GZIP' }))).toBe(
    'answer could not be decompressed (Z_DATA_ERROR)',
  );
});

test('says so when what answers is no HTTP server', async () => {
  const server = createTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
  const baseUrl = await listen(server);
  const reply = await ask({ baseUrl });
  server.close();
  expect(failureOf(reply)).toMatch(/^call failed \(HPE_\w+\)$/);
});

test('does not follow a redirect, which would carry the key along', async () => {
  const trap = await startDemoUpstream({ logger: createLogger('silent') });
  const reply = await askWith({ kind: 'STATUS', status: 302, location: `${trap.url}/data/2.5/weather` });
  await trap.stop();
  expect(reply).toMatchObject({ answer: { httpStatus: 302 } });
  expect(trap.calls).toEqual({});
  expectNoKey(reply);
});

test('does not go through a proxy of the environment, which would see the key', async () => {
  const proxy = await startDemoUpstream({ logger: createLogger('silent') });
  for (const name of ['HTTP_PROXY', 'http_proxy', 'ALL_PROXY']) vi.stubEnv(name, proxy.url);
  expect(await ask()).toHaveProperty('answer');
  await proxy.stop();
  expect(proxy.calls).toEqual({});
});

test('blanks the key where upstream echoes it', async () => {
  const server = createServer((request, response) => {
    response.writeHead(502, { 'Content-Type': `text/html; appid=${KEY}` });
    response.end(`<h1>Bad gateway</h1> ${request.url ?? ''} (${KEY})`);
  });
  const baseUrl = await listen(server);
  const reply = await ask({ baseUrl });
  server.close();
  expectNoKey(reply);
  if (!('answer' in reply)) throw new Error(reply.failure);
  expect(reply.answer.body.toString()).toContain(`(${'*'.repeat(KEY.length)})`);
});
