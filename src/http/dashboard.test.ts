import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dashboardRoutes } from './dashboard.js';

const PAGE = '<!doctype html><title>The page</title>';
const SCRIPT = 'console.log("hello");\n'.repeat(100);

let folder: string;
let app: FastifyInstance;
let unbuilt: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'dash-http-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), PAGE);
  await writeFile(path.join(folder, 'assets/main-1a2b3c.js'), SCRIPT);
  await writeFile(path.join(folder, 'assets/main-1a2b3c.js.gz'), gzipSync(SCRIPT));
  await writeFile(path.join(folder, 'assets/main-1a2b3c.js.br'), brotliCompressSync(SCRIPT));
  app = fastify();
  dashboardRoutes(app, folder);
  unbuilt = fastify();
  dashboardRoutes(unbuilt, path.join(folder, 'nowhere'));
});
afterAll(async () => {
  await app.close();
  await unbuilt.close();
  await rm(folder, { recursive: true });
});

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const open = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test('a browser gets the page, under a policy that lets in nothing from elsewhere and nothing inline', async () => {
  const { headers, body, statusCode } = await open('/', HTML);
  expect([statusCode, body]).toEqual([200, PAGE]);
  expect(headers['content-type']).toContain('text/html');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toMatch(/unsafe|\*|http/);
  expect(headers).toMatchObject({
    ...{
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      vary: expect.stringMatching(/accept/i) as string,
    },
    ...{ 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' },
  });
});

test('the page is asked for each time, and sent only when it changed', async () => {
  const { headers } = await open('/', HTML);
  expect(headers['cache-control']).toBe('no-cache');
  const again = await open('/', { ...HTML, 'if-none-match': String(headers.etag) });
  expect([again.statusCode, again.body]).toEqual([304, '']);
});

test.each([
  ['br', 'br'],
  ['gzip', 'gzip'],
  ['gzip, br', 'br'],
  ['identity', undefined],
])('a file goes out as it was compressed by the build, for %s', async (accepted, encoding) => {
  const { headers, statusCode } = await open('/assets/main-1a2b3c.js', { 'accept-encoding': accepted });
  expect([statusCode, headers['content-encoding']]).toEqual([200, encoding]);
  expect(headers['content-type']).toContain('javascript');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(headers.vary).toMatch(/accept-encoding/i);
});

test('who asks otherwise is told in words what there is', async () => {
  const { headers, body } = await open('/', { accept: '*/*' });
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(body).toContain('/graphql');
});

test('files that were not built are not there, and no path leads out of the folder', async () => {
  for (const url of ['/assets/', '/assets/none.js', '/assets/../index.html', '/assets/%2e%2e/index.html'])
    expect((await open(url, HTML)).statusCode).toBe(404);
});

test('without a build, a browser is told how to make one', async () => {
  const { body } = await unbuilt.inject({ url: '/', headers: HTML });
  expect(body).toContain('npm run build');
});
