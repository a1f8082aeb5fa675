import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { transaction } from '../database/transaction.js';
import { addCity, land, load, testWarehouse } from '../load/testkit.js';
import { countPending } from './pending.js';
import { markForReplay, markRejected, type RejectedScope, type ReplayRange } from './replay.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ pool, close } = await testWarehouse());
  await addCity(pool, 1);
  await addCity(pool, 2);
});
beforeEach(() => pool.query('TRUNCATE payloads, observations, rejects'));
afterAll(() => close());

const from = new Date('2026-05-01T00:00:00Z');
const to = new Date('2026-05-02T00:00:00Z');

function marked(range: Partial<ReplayRange> = {}): Promise<number> {
  return transaction(pool, (client) => markForReplay(client, { from, to, ...range }));
}

test('lets a half-open range of fetches be loaded again', async () => {
  const fetches = [
    '2026-04-30T23:59:59.999Z',
    from.toISOString(),
    '2026-05-01T23:59:59.999Z',
    to.toISOString(),
  ];
  await land(pool, ...fetches.map((fetchedAt) => ({ cityId: 1, fetchedAt })));
  await load(pool);
  expect(await marked()).toBe(2);
  expect(await countPending(pool)).toBe(2);
  expect(await load(pool)).toMatchObject({ payloads: 2 });
});

test('also what was rejected, and only the cities asked for', async () => {
  await land(pool, { cityId: 1, body: Buffer.from('no JSON') }, { cityId: 2 });
  await load(pool);
  expect(await marked({ cityIds: [1] })).toBe(1);
  expect(await countPending(pool, [1])).toBe(1);
});

test('payloads without own bytes are loaded again from the ones they repeat; those whose bytes are gone are not', async () => {
  const recently = { from: new Date(Date.now() - 3_600_000), to: new Date(Date.now() + 3_600_000) };
  const payload = { cityId: 1, fetchedAt: new Date().toISOString() };
  await land(pool, payload);
  await land(pool, payload);
  await load(pool);
  expect(await marked(recently)).toBe(2);
  await load(pool);
  await pool.query('UPDATE payloads SET body = NULL');
  expect(await marked(recently)).toBe(0);
});

test('marks nothing for a run that has another owner', async () => {
  await land(pool, { cityId: 1 });
  await load(pool);
  await expect(marked({ fence: () => Promise.reject(new Error('Not ours')) })).rejects.toThrow('Not ours');
  expect(await countPending(pool)).toBe(0);
});

const retried = (scope: RejectedScope = {}): Promise<number> =>
  transaction(pool, (client) => markRejected(client, scope));

test('what was refused, and stands, is loaded again by itself: by reason, run and city', async () => {
  const broken = Buffer.from('no JSON');
  await land(pool, { cityId: 1, body: broken }, { cityId: 2, body: broken }, { cityId: 2 });
  await load(pool);
  const { rows } = await pool.query<{ reason: string; runId: string }>(
    'SELECT reason, run_id::text AS "runId" FROM rejects WHERE city_id = 2',
  );
  expect(await retried({ reason: 'FUTURE' })).toBe(0);
  expect(await retried({ runId: '424242' })).toBe(0);
  expect(await retried({ ...rows[0], cityIds: [2] })).toBe(1);
  // The one that waits already is not counted again.
  expect(await retried()).toBe(1);
  expect(await countPending(pool)).toBe(2);
  await load(pool);
  await pool.query('UPDATE rejects SET resolved_at = now() WHERE city_id = 1');
  expect(await retried()).toBe(1);
});
