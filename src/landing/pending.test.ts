import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addCity, land, load, testWarehouse } from '../load/testkit.js';
import { countPending, pendingPages, type PendingPayload } from './pending.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ pool, close } = await testWarehouse());
  await addCity(pool, 1, 52.5, 13.4);
  await addCity(pool, 2, -33.9, 151.2);
});
beforeEach(() => pool.query('TRUNCATE payloads'));
afterAll(() => close());

async function pagesOf(pageSize: number, cityIds?: number[]): Promise<PendingPayload[][]> {
  const pages: PendingPayload[][] = [];
  for await (const page of pendingPages(pool, { pageSize, cityIds })) pages.push(page);
  return pages;
}

test('gives what waits by city and age, with bytes and place', async () => {
  const body = Buffer.from('body');
  const ids = await land(
    pool,
    { cityId: 2, body },
    { cityId: 1, body },
    { cityId: 2, body: Buffer.from('other') },
  );
  const [second, first, third] = ids;
  expect(await countPending(pool)).toBe(3);
  const pages = await pagesOf(2);
  expect(pages.map((page) => page.map(({ id }) => id))).toEqual([[first, second], [third]]);
  expect(pages[0]?.[0]).toEqual({
    cityId: 1,
    id: first,
    source: 'OPENWEATHERMAP',
    kind: 'CURRENT',
    units: 'METRIC',
    fetchedAt: new Date('2026-05-01T12:00:00Z'),
    httpStatus: 200,
    body,
    place: { cityId: 1, latitude: 52.5, longitude: 13.4 },
    readBefore: false,
  });
});

test('gives bytes that are kept once to each payload that has them', async () => {
  const payload = { cityId: 1, body: Buffer.from('again'), fetchedAt: new Date().toISOString() };
  await land(pool, payload);
  await land(pool, payload);
  const [page] = await pagesOf(10);
  expect(page?.map(({ body }) => body?.toString())).toEqual(['again', 'again']);
});

test('gives only the cities asked for, and not what is loaded', async () => {
  await land(pool, { cityId: 1 });
  await load(pool);
  const [waiting] = await land(pool, { cityId: 1 }, { cityId: 2 });
  expect(await countPending(pool, [1])).toBe(1);
  const pages = await pagesOf(10, [1]);
  expect(pages.map((page) => page.map(({ id }) => id))).toEqual([[waiting]]);
});

test('says which payloads were loaded before', async () => {
  await land(pool, { cityId: 1 });
  await load(pool);
  await pool.query(`UPDATE payloads SET state = 'PENDING'`);
  expect(await pagesOf(10)).toMatchObject([[{ readBefore: true }]]);
});

test('knows no place where the catalogue has none', async () => {
  await land(pool, { cityId: 0 }, { cityId: 99 });
  expect(await pagesOf(10)).toMatchObject([[{ place: null }, { place: null }]]);
});

test('holds little more than a megabyte at a time, but never stops at a payload that is larger', async () => {
  const megabytes = (count: number) => Buffer.alloc(count * 1e6, 'x');
  await land(
    pool,
    { cityId: 1, body: megabytes(0.5) },
    { cityId: 1, body: megabytes(0.9) },
    { cityId: 1, body: megabytes(1.2) },
    { cityId: 1, body: megabytes(3) },
    { cityId: 1, body: megabytes(0.2) },
  );
  const pages = await pagesOf(10);
  expect(pages.map((page) => page.length)).toEqual([2, 1, 1, 1]);
});
