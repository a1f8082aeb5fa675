import type { Pool, PoolClient } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { transaction } from '../database/transaction.js';
import { until } from '../testing/embedded.js';
import { addCity, land, load, observationsOf, testWarehouse } from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());

let lastCity = 0;
async function newCity(): Promise<number> {
  lastCity += 1;
  await addCity(pool, lastCity);
  return lastCity;
}

/** Payloads of ten hours, °C as given. */
function hours(cityId: number, ...values: number[]) {
  return values.map((value, hour) => ({
    cityId,
    observations: [{ at: `2026-05-01T0${hour}:00:00Z`, values: { AIR_TEMPERATURE: value } }],
  }));
}

async function rejectsOf(cityId: number): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query<Record<string, unknown>>(
    'SELECT payload_id, reason, detail FROM rejects WHERE city_id = $1 ORDER BY payload_id',
    [cityId],
  );
  return rows;
}

test('payloads that the database refuses are rejected by name, and all others load', async () => {
  const cityId = await newCity();
  await pool.query('ALTER TABLE observations ADD CONSTRAINT unlucky CHECK (air_temperature_c <> 13)');
  const ids = await land(pool, ...hours(cityId, 1, 2, 13, 4, 5, 6, 7, 13, 9));
  const counts = await load(pool);
  await pool.query('ALTER TABLE observations DROP CONSTRAINT unlucky');
  expect(counts).toEqual({
    payloads: 9,
    observationsInserted: 7,
    observationsUpdated: 0,
    observationsUnchanged: 0,
    rejects: 2,
  });
  expect(await observationsOf(pool, cityId)).toHaveLength(7);
  expect(await rejectsOf(cityId)).toEqual(
    [ids[2], ids[7]].map((id) => ({
      payload_id: id,
      reason: 'OUT_OF_RANGE',
      detail: expect.stringContaining('unlucky') as string,
    })),
  );
});

test('an error that is not about the data ends the load, and leaves all as it was', async () => {
  const cityId = await newCity();
  await land(pool, ...hours(cityId, 1, 2));
  await pool.query('ALTER TABLE observations RENAME TO elsewhere');
  await expect(load(pool)).rejects.toThrow('"observations" does not exist');
  await pool.query('ALTER TABLE elsewhere RENAME TO observations');
  expect(await load(pool)).toMatchObject({ payloads: 2, observationsInserted: 2, rejects: 0 });
});

test('two loads at once write everything once', async () => {
  const cities = [await newCity(), await newCity(), await newCity()];
  await land(pool, ...cities.flatMap((cityId) => hours(cityId, 1, 2, 3, 4, 5, 6)));
  const counts = await Promise.all([load(pool, { batchSize: 4 }), load(pool, { batchSize: 5 })]);
  expect(counts.reduce((sum, { observationsInserted }) => sum + observationsInserted, 0)).toBe(18);
  expect(counts.reduce((sum, { observationsUpdated }) => sum + observationsUpdated, 0)).toBe(0);
  for (const cityId of cities) expect(await observationsOf(pool, cityId)).toHaveLength(6);
});

test('a load that waits for a locked row in vain tries again', async () => {
  const cityId = await newCity();
  await land(pool, ...hours(cityId, 1));
  await load(pool);
  await land(pool, ...hours(cityId, 2).map((payload) => ({ ...payload, fetchedAt: '2026-05-01T13:00:00Z' })));
  const loading = await transaction(pool, async (client) => {
    await client.query('SELECT FROM observations WHERE city_id = $1 FOR UPDATE', [cityId]);
    const counts = load(pool);
    await until(() => anybodyWaits(client));
    // It gives up after the two seconds of the jobs' lock_timeout.
    await until(async () => !(await anybodyWaits(client)));
    return { counts };
  });
  expect(await loading.counts).toMatchObject({ observationsUpdated: 1 });
});

async function anybodyWaits(client: PoolClient): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length > 0;
}
