import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer, type TestServer } from './testing.js';

const SCRIPT = 'console.log("the editor")';
let folder: string;
let built: TestServer;
let bare: TestServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ide-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), '<meta property="csp-nonce" nonce="%NONCE%">');
  await writeFile(path.join(folder, 'assets', 'main-1.js'), SCRIPT);
  await writeFile(path.join(folder, 'assets', 'main-1.js.br'), brotliCompressSync(SCRIPT));
  built = await testServer({ ide: folder });
  bare = await testServer({ ide: path.join(folder, 'absent'), dashboard: path.join(folder, 'absent') });
});
afterAll(async () => {
  await bare.stop();
  await built.stop();
  await rm(folder, { recursive: true });
});

const open = (server: TestServer, url = '/graphql') =>
  fetch(server.url + url, { headers: { accept: 'text/html,*/*' } });

test('a browser gets the IDE, which may run and ask nothing but what comes from here', async () => {
  const response = await open(built);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('vary')).toBe('accept');
  const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1] ?? '';
  const policy = Object.fromEntries(
    (response.headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
  expect(policy).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'style-src-elem': `'self' 'nonce-${nonce}'`,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'worker-src': "'self'",
    'connect-src': "'self'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  });
});

test('no two answers have the same nonce, and nobody keeps one', async () => {
  const pages = await Promise.all(Array.from({ length: 5 }, () => open(built)));
  expect(new Set(await Promise.all(pages.map((page) => page.text()))).size).toBe(5);
  for (const page of pages) expect(page.headers.get('cache-control')).toBe('no-store');
});

test('its files are sent compressed and kept for good', async () => {
  const response = await fetch(`${built.url}/ide/assets/main-1.js`, { headers: { 'accept-encoding': 'br' } });
  expect(response.headers.get('content-encoding')).toBe('br');
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(await response.text()).toBe(SCRIPT);
  expect((await fetch(`${built.url}/ide/assets/..%2findex.html`)).status).toBe(404);
});

test('a question is answered, whoever asks it and wherever it is asked', async () => {
  const asked = await open(built, '/graphql?query=%7B__typename%7D');
  expect(asked.headers.get('content-type')).toContain('json');
  const posted = await fetch(`${built.url}/graphql`, {
    method: 'POST',
    headers: { accept: 'text/html', 'content-type': 'application/json' },
    body: '{"query":"{ __typename }"}',
  });
  expect(await posted.text()).not.toContain('nonce');
});

test('where it is not built, a browser is told in words how to ask', async () => {
  const response = await open(bare);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const page = await response.text();
  expect(page).toContain('href="/schema.graphql"');
  expect(page).toContain(`${bare.url}/graphql`);
});
