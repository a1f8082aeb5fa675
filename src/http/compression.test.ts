import { once } from 'node:events';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takes } from './compression.js';
import { testServer, type TestServer } from './testing.js';

let server: TestServer;
beforeAll(async () => {
  server = await testServer({}, { answerCacheBytes: 8e6 });
});
afterAll(() => server.stop());

interface Raw {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Without a client that would unpack by itself. */
async function raw(path: string, headers: Record<string, string>): Promise<Raw> {
  const [answer] = (await once(
    get(`${server.url}${path}`, { headers: { 'apollo-require-preflight': '1', ...headers } }),
    'response',
  )) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) };
}

const asked = (query: string): string => `/graphql?query=${encodeURIComponent(query)}`;
const LARGE = asked(getIntrospectionQuery());
const UNPACK = { br: brotliDecompressSync, gzip: gunzipSync };

describe('a large answer', () => {
  test.each(['br', 'gzip'] as const)(
    'goes out as %s where the client takes it, and says the same',
    async (encoding) => {
      const plain = await raw(LARGE, {});
      // Computed, computed and kept, kept.
      for (let i = 0; i < 3; i += 1) {
        const packed = await raw(LARGE, { 'accept-encoding': encoding });
        expect(packed.headers['content-encoding']).toBe(encoding);
        expect(packed.headers.vary).toMatch(/^accept, authorization, accept-encoding$|^accept-encoding$/);
        expect(packed.body.length).toBe(Number(packed.headers['content-length']));
        expect(packed.body.length * 4).toBeLessThan(plain.body.length);
        expect(UNPACK[encoding](packed.body).equals(plain.body)).toBe(true);
      }
      expect(plain.headers['content-encoding']).toBeUndefined();
      expect(plain.headers.vary).toMatch(/accept-encoding/);
      expect(plain.body.length).toBe(Number(plain.headers['content-length']));
    },
  );

  test('has a weak ETag when it is compressed and a strong one when not; either is known again', async () => {
    const plain = await raw(LARGE, {});
    const packed = await raw(LARGE, { 'accept-encoding': 'gzip' });
    const [strong = '', weak = ''] = [plain.headers.etag, packed.headers.etag];
    expect(strong).toMatch(/^"/);
    expect(weak).toBe(`W/${strong}`);
    for (const tag of [strong, weak]) {
      const known = await raw(LARGE, { 'accept-encoding': 'gzip', 'if-none-match': tag });
      expect(known.status).toBe(304);
      expect(known.body.length).toBe(0);
      expect(known.headers.etag).toBe(tag);
      expect(known.headers.vary).toMatch(/accept-encoding/);
      expect(known.headers['content-encoding']).toBeUndefined();
    }
  });

  test('is compressed by POST, too, and so is the schema’s text', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-encoding': 'gzip' },
      body: JSON.stringify({ query: getIntrospectionQuery() }),
    });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(await response.json()).toHaveProperty('data.__schema');
    const schema = await raw('/schema.graphql', { 'accept-encoding': 'gzip, br' });
    expect(schema.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(schema.body).toString()).toContain('type Query');
  });
});

test('small answers and refusals go out as they are', async () => {
  for (const path of [asked('{ __typename }'), asked('{ nothing }')]) {
    const { headers, body } = await raw(path, { 'accept-encoding': 'gzip, br' });
    expect(headers['content-encoding']).toBeUndefined();
    expect(() => JSON.parse(body.toString()) as unknown).not.toThrow();
  }
});

test('events are never compressed: they would wait for more of them', async () => {
  const query = 'subscription { observationAdded(cityIds: "1") { observedAt } }';
  const [answer] = (await once(
    get(`${server.url}/graphql/stream?query=${encodeURIComponent(query)}`, {
      headers: { 'accept-encoding': 'gzip, br', accept: 'text/event-stream' },
    }),
    'response',
  )) as [IncomingMessage];
  expect(answer.headers['content-type']).toContain('text/event-stream');
  expect(answer.headers['content-encoding']).toBeUndefined();
  answer.destroy();
});

test.each([
  ['gzip', true],
  ['GZIP;q=0.5, br', true],
  ['br', false],
  ['*', true],
  ['*;q=0, gzip', true],
  ['gzip;q=0, *', false],
  ['gzip ; q=0.0', false],
  ['identity', false],
  [undefined, false],
])('Accept-Encoding %j takes gzip: %j', (header, expected) => {
  expect(takes('gzip', header)).toBe(expected);
});
