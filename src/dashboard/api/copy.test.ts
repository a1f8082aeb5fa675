import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyText } from './copy.js';

const run = promisify(execFile);
const QUESTION = {
  query: `# It's "quoted" \\ and $5
query Now($ids: [ID!]!) {
  cities(filter: { ids: $ids }) { nodes { name } }
}`,
  variables: { ids: ['5128581'], note: `it's "so" \\ é` },
};

/** Answers every question with itself. */
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () =>
    response.end(
      JSON.stringify({ type: request.headers['content-type'], body: JSON.parse(body) as unknown }),
    ),
  );
});
let origin = '';
beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const ASKED = { type: 'application/json', body: QUESTION };

test('the copied curl command asks just that', async () => {
  const { stdout } = await run('sh', ['-c', copyText(QUESTION, 'curl', origin)]);
  expect(JSON.parse(stdout)).toEqual(ASKED);
});

test('the copied Python program asks just that', async () => {
  const { stdout } = await run('python3', ['-c', copyText(QUESTION, 'Python', origin)]);
  expect(JSON.parse(stdout)).toEqual(ASKED);
});

test('the copied query is the query, with its variables as a comment', () => {
  const text = copyText(QUESTION, 'GraphQL', origin);
  expect(text.startsWith(QUESTION.query)).toBe(true);
  expect(text).toContain('#   "ids": [');
});
