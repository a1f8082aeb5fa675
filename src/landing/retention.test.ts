import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { InvalidInputError } from '../errors.js';
import { addCity, land, load, testWarehouse } from '../load/testkit.js';
import { removeOldBodies } from './retention.js';

const DAY = 86_400_000;

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ pool, close } = await testWarehouse());
  await addCity(pool, 1);
  await addCity(pool, 2);
});
beforeEach(() => pool.query('TRUNCATE payloads, rejects'));
afterAll(() => close());

const daysAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
const wrong = { reason: 'SCHEMA' as const, detail: 'Wrong.' };

/** Which payloads still have bytes of their own, oldest first. */
async function kept(): Promise<boolean[]> {
  const { rows } = await pool.query<{ kept: boolean }>(
    'SELECT body IS NOT NULL AS kept FROM payloads ORDER BY id',
  );
  return rows.map((row) => row.kept);
}

test('removes the bytes of what is old and loaded; the rows stay', async () => {
  await land(pool, { cityId: 1, fetchedAt: daysAgo(31) }, { cityId: 1, fetchedAt: daysAgo(29) });
  await load(pool);
  expect(await removeOldBodies(pool, { olderThanDays: 30 })).toBe(1);
  expect(await kept()).toEqual([false, true]);
  expect(await removeOldBodies(pool, { olderThanDays: 30 })).toBe(0);
});

test('never removes what is not loaded', async () => {
  await land(pool, { cityId: 1, fetchedAt: daysAgo(900) });
  expect(await removeOldBodies(pool, { olderThanDays: 2 })).toBe(0);
});

test('keeps what was refused until it is mended', async () => {
  await land(pool, { cityId: 1, fetchedAt: daysAgo(31), rejections: [wrong] });
  await load(pool);
  expect(await removeOldBodies(pool, { olderThanDays: 30 })).toBe(0);
  await pool.query('UPDATE rejects SET resolved_at = now()');
  expect(await removeOldBodies(pool, { olderThanDays: 30 })).toBe(1);
});

test('keeps bytes as long as a later payload needs them', async () => {
  const body = Buffer.from('{"observations":[],"rejections":[]}');
  await land(pool, { cityId: 1, body, fetchedAt: daysAgo(0.5) });
  await land(pool, { cityId: 1, body, fetchedAt: daysAgo(0) });
  await load(pool);
  const age = (id: string, days: number) =>
    pool.query(`UPDATE payloads SET fetched_at = now() - $1 * interval '1 day' WHERE ${id}`, [days]);
  await age('same_as_payload_id IS NULL', 31);
  expect(await removeOldBodies(pool, { olderThanDays: 30 })).toBe(0);
  await age('same_as_payload_id IS NOT NULL', 31);
  await pool.query(`UPDATE payloads SET state = 'PENDING' WHERE same_as_payload_id IS NOT NULL`);
  expect(await removeOldBodies(pool, { olderThanDays: 30 })).toBe(0);
  await load(pool);
  expect(await removeOldBodies(pool, { olderThanDays: 30 })).toBe(1);
});

test('goes through all cities in batches, each under the fence', async () => {
  const old = (cityId: number, n: number) => ({
    cityId,
    fetchedAt: daysAgo(40),
    body: Buffer.from(`{"n":${n},"observations":[],"rejections":[]}`),
  });
  await land(pool, ...[1, 2].flatMap((cityId) => [1, 2, 3, 4, 5].map((n) => old(cityId, n))));
  await land(pool, { cityId: 1, fetchedAt: daysAgo(1) });
  await load(pool);
  let checks = 0;
  const fence = () => {
    checks += 1;
    return Promise.resolve();
  };
  expect(await removeOldBodies(pool, { olderThanDays: 30, batch: 3, fence })).toBe(10);
  expect(checks).toBeGreaterThanOrEqual(4);
  expect((await kept()).filter(Boolean)).toHaveLength(1);
});

test('refuses to remove what new answers may still point to', async () => {
  await expect(removeOldBodies(pool, { olderThanDays: 1 })).rejects.toThrow(InvalidInputError);
  await expect(removeOldBodies(pool, { olderThanDays: NaN })).rejects.toThrow(InvalidInputError);
});
