import type { Pool, PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../database/transaction.js';
import { writeBatch } from './load-batch.js';
import type { ReadPayload } from './read-payload.js';
import { addCity, land, load, observed, staleHoursOf, testWarehouse } from './testkit.js';

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

describe('what is marked', () => {
  test('the hour an instant lies in', async () => {
    const cityId = await newCity();
    await land(pool, { cityId, observations: [{ at: '2026-05-01T10:59:59Z', values: { RAIN: 1 } }] });
    await load(pool);
    expect(await staleHoursOf(pool, cityId)).toEqual(['2026-05-01T10:00:00.000Z']);
  });

  test('of an instant on the hour also the hour before, whose sums are stamped there', async () => {
    const cityId = await newCity();
    const hour = { at: '2026-05-01T00:00:00Z', values: { PRECIPITATION: 1 } };
    await land(pool, { cityId, kind: 'ARCHIVE', observations: [hour] });
    await load(pool);
    const hours = ['2026-04-30T23:00:00.000Z', '2026-05-01T00:00:00.000Z'];
    expect(await staleHoursOf(pool, cityId)).toEqual(hours);
  });

  test('the hour before as well when a live row takes the place of the reanalysis that held its sum', async () => {
    const cityId = await newCity();
    const hour = { at: '2026-05-01T00:00:00Z', values: { PRECIPITATION: 1 } };
    await land(pool, { cityId, kind: 'ARCHIVE', observations: [hour] });
    await load(pool);
    await pool.query('DELETE FROM stale_hours');
    await land(pool, { cityId, kind: 'CURRENT', observations: [hour] });
    await load(pool);
    expect(await staleHoursOf(pool, cityId)).toContain('2026-04-30T23:00:00.000Z');
  });
});

describe('no mark is lost to a transform at work', () => {
  /** Takes a city's marks as the transform does; returns the temperatures that it can see in that moment. */
  async function summarise(client: PoolClient, cityId: number): Promise<number[]> {
    const { rows } = await client.query<{ value: number }>(
      `WITH taken AS (DELETE FROM stale_hours WHERE city_id = $1 RETURNING city_id, hour)
       SELECT DISTINCT o.air_temperature_c AS value
         FROM taken JOIN observations AS o
           ON o.city_id = taken.city_id AND date_trunc('hour', o.observed_at, 'UTC') = taken.hour
        ORDER BY value`,
      [cityId],
    );
    return rows.map((row) => row.value);
  }

  async function payloadOf(cityId: number, minute: string, value: number): Promise<ReadPayload> {
    const [id = ''] = await land(pool, { cityId });
    const at = `2026-05-01T10:${minute}:00Z`;
    return {
      cityId,
      id,
      source: 'OPENWEATHERMAP',
      kind: 'CURRENT',
      fetchedAt: new Date('2026-05-01T12:00:00Z'),
      parserVersion: 1,
      readBefore: false,
      observations: [observed({ at, values: { AIR_TEMPERATURE: value } })],
      rejections: [],
    };
  }

  const context = { runId: 1n, fence: () => Promise.resolve() };

  test('that takes an older mark of the hour while the load is not committed yet', async () => {
    const cityId = await newCity();
    const [first, second] = [await payloadOf(cityId, '10', 1), await payloadOf(cityId, '20', 2)];
    await transaction(pool, (client) => writeBatch(client, [first], context));
    await transaction(pool, async (loader) => {
      await writeBatch(loader, [second], context);
      const seen = await transaction(pool, (transform) => summarise(transform, cityId));
      expect(seen).toEqual([1]);
    });
    expect(await staleHoursOf(pool, cityId)).toEqual(['2026-05-01T10:00:00.000Z']);
    expect(await transaction(pool, (transform) => summarise(transform, cityId))).toEqual([1, 2]);
  });

  test('that has taken an older mark of the hour and is not committed yet', async () => {
    const cityId = await newCity();
    const [first, second] = [await payloadOf(cityId, '10', 1), await payloadOf(cityId, '20', 2)];
    await transaction(pool, (client) => writeBatch(client, [first], context));
    await transaction(pool, async (transform) => {
      expect(await summarise(transform, cityId)).toEqual([1]);
      // Neither waits for the other.
      await transaction(pool, (loader) => writeBatch(loader, [second], context));
    });
    expect(await staleHoursOf(pool, cityId)).toEqual(['2026-05-01T10:00:00.000Z']);
    expect(await transaction(pool, (transform) => summarise(transform, cityId))).toEqual([1, 2]);
  });

  test('that fails: its marks are there again', async () => {
    const cityId = await newCity();
    const first = await payloadOf(cityId, '10', 1);
    await transaction(pool, (client) => writeBatch(client, [first], context));
    const failed = transaction(pool, async (transform) => {
      await summarise(transform, cityId);
      throw new Error('The transform failed');
    });
    await expect(failed).rejects.toThrow('The transform failed');
    expect(await staleHoursOf(pool, cityId)).toEqual(['2026-05-01T10:00:00.000Z']);
  });
});
