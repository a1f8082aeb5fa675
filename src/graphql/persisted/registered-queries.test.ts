import { expect, test } from 'vitest';
import { RegisteredQueries } from './registered-queries.js';

const TEXT = 'x'.repeat(800);

test('holds what was used last, and never more than its limit', async () => {
  const queries = new RegisteredQueries(3_000);
  for (const hash of ['a', 'b', 'c']) await queries.set(hash, TEXT);
  expect(await queries.get('a')).toBe(TEXT);
  await queries.set('d', TEXT);
  const held = await Promise.all(['a', 'b', 'c', 'd'].map((hash) => queries.get(hash)));
  expect(held).toEqual([TEXT, undefined, TEXT, TEXT]);
});

test('the same again takes no more room, and what is let go of makes some', async () => {
  const queries = new RegisteredQueries(2_000);
  for (let i = 0; i < 10; i += 1) await queries.set('a', TEXT);
  await queries.set('b', TEXT);
  expect(await queries.get('a')).toBe(TEXT);
  expect(await queries.delete('a')).toBe(true);
  expect(await queries.delete('a')).toBe(false);
  await queries.set('c', TEXT);
  expect(await queries.get('b')).toBe(TEXT);
});

test('one that is larger than everything is not kept', async () => {
  const queries = new RegisteredQueries(500);
  await queries.set('a', TEXT);
  expect(await queries.get('a')).toBeUndefined();
});
