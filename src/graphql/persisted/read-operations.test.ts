import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InvalidInputError } from '../../errors.js';
import type { ListedOperations } from './listed-operations.js';
import { listedOperations } from './read-operations.js';

const QUERY = '{ warehouse { demo } }';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'operations-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(text: string): Promise<ListedOperations | undefined> {
  const file = path.join(folder, 'operations.json');
  await writeFile(file, text);
  return listedOperations({ PERSISTED_OPERATIONS: file, PERSISTED_ONLY: 'on' });
}

test.each([
  ['documents by id, as Relay and GraphQL Code Generator write them', { first: QUERY }],
  [
    "Apollo's manifest",
    {
      format: 'apollo-persisted-query-manifest',
      version: 1,
      operations: [{ id: 'first', name: 'Demo', type: 'query', body: QUERY }],
    },
  ],
])('reads %s', async (_, manifest) => {
  const listed = await read(JSON.stringify(manifest));
  expect(listed?.find({ documentId: 'first' })).toBe(QUERY);
  expect(listed?.find({ query: QUERY })).toBe(QUERY);
  expect(() => listed?.find({ query: '{ __typename }' })).toThrow('operations of its list only');
});

test.each([
  ['no JSON', '{', 'cannot be read'],
  ['a list', '["{ warehouse { demo } }"]', 'no object of documents'],
  ['another format', '{"format":"other","operations":[]}', 'no object of documents'],
  ['nothing', '{}', 'names no operation'],
  ['a syntax error', '{"a":"{"}', 'cannot be answered, a: Syntax Error'],
  ['a field that is not there', '{"a":"{ nothing }"}', 'cannot be answered, a: Cannot query field'],
  ['more than is ever answered', JSON.stringify({ a: `{ ${'a: __typename '.repeat(60)} }` }), 'more than'],
])('refuses %s, and says what is wrong', async (_, text, reason) => {
  const failure = await read(text).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(InvalidInputError);
  expect(String(failure)).toContain(reason);
});

test('a file that is not there is said to be missing; without the setting there is no list', async () => {
  const file = path.join(folder, 'absent.json');
  const missing = listedOperations({ PERSISTED_OPERATIONS: file, PERSISTED_ONLY: 'off' });
  await expect(missing).rejects.toThrow('ENOENT');
  expect(await listedOperations({ PERSISTED_OPERATIONS: undefined, PERSISTED_ONLY: 'off' })).toBeUndefined();
});
