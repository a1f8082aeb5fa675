import { expect, test } from 'vitest';
import { AnswerCache, type Answer } from './answers.js';
import { DataVersion } from './data-version.js';

const answer = (text: string): Answer => ({ body: Buffer.from(text), headers: {} });
const textOf = ({ found }: { found?: Answer }): string | undefined => found?.body.toString();

/** A cache over data whose version a test sets. */
function cacheOf(limit = 100_000) {
  const data = { version: '1', current: () => Promise.resolve(data.version) };
  const cache = new AnswerCache(data, limit);
  return {
    data,
    cache,
    /** Looks, and keeps the text if it may. */
    ask: async (key: string, text: string) => {
      const look = await cache.look(key);
      look.keep?.(answer(text));
      return textOf(look);
    },
  };
}

test('keeps what comes a second time, and gives it from the third on', async () => {
  const { ask } = cacheOf();
  expect(await ask('a', 'one')).toBeUndefined();
  expect(await ask('a', 'two')).toBeUndefined();
  expect(await ask('a', 'three')).toBe('two');
  expect(await ask('b', 'other')).toBeUndefined();
});

test('gives nothing of an earlier version, and frees its memory', async () => {
  const { ask, data, cache } = cacheOf();
  for (const text of ['one', 'two']) await ask('a', text);
  expect(cache.bytes).toBeGreaterThan(0);
  data.version = '2';
  expect(await ask('a', 'new')).toBeUndefined();
  expect(await ask('a', 'newer')).toBe('new');
});

test('never gives an answer that was computed while something committed', async () => {
  const { cache, data } = cacheOf();
  await cache.look('a');
  const begun = await cache.look('a');
  data.version = '2';
  // Somebody else's look moves the cache on, or nobody's does.
  for (const between of [true, false]) {
    if (between) await cache.look('a');
    begun.keep?.(answer('computed from the old data, or half of each'));
    expect(textOf(await cache.look('a'))).toBeUndefined();
  }
});

test('stays within its bytes, forgets what was used longest ago, and keeps nothing huge', async () => {
  const { ask, cache } = cacheOf(10_000);
  const text = 'x'.repeat(1_500);
  for (let key = 1; key <= 20; key += 1) {
    await ask(`${key}`, text);
    await ask(`${key}`, text);
    if (key > 1) await ask('1', text);
    expect(cache.bytes).toBeLessThanOrEqual(10_000);
  }
  expect(await ask('1', '')).toBe(text);
  expect(await ask('20', '')).toBe(text);
  expect(await ask('2', '')).toBeUndefined();
  await ask('huge', 'x'.repeat(9_000));
  await ask('huge', 'x'.repeat(9_000));
  expect(await ask('huge', '')).toBeUndefined();
});

test('keeps nothing while the database does not say its version', async () => {
  const cache = new AnswerCache({ current: () => Promise.reject(new Error('gone')) }, 1_000);
  await cache.look('a');
  expect(await cache.look('a')).toEqual({});
});

test('a version is read by a statement that begins after the call, shared by all who wait', async () => {
  const begun: ((version: string) => void)[] = [];
  const query = () => new Promise((resolve) => begun.push((version) => resolve({ rows: [{ version }] })));
  const data = new DataVersion({ query } as never);
  const [first, second, third] = [data.current(), data.current(), data.current()];
  expect(begun).toHaveLength(1);
  begun[0]?.('1');
  expect(await first).toBe('1');
  // The second and third came when the first statement had begun: it may not have seen what they must.
  expect(begun).toHaveLength(2);
  begun[1]?.('2');
  expect(await Promise.all([second, third])).toEqual(['2', '2']);
  const fourth = data.current();
  begun[2]?.('3');
  expect(await fourth).toBe('3');
});

test('a failed statement fails those who waited for it alone', async () => {
  const answers = [Promise.reject(new Error('gone')), Promise.resolve({ rows: [{ version: '1' }] })];
  const data = new DataVersion({ query: () => answers.shift() } as never);
  const [first, second] = await Promise.allSettled([data.current(), data.current()]);
  expect(first.status).toBe('rejected');
  expect(second).toEqual({ status: 'fulfilled', value: '1' });
});
