import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PayloadParser } from './read-payload.js';
import {
  addCity,
  land,
  load,
  observationsOf,
  observed,
  replayAll,
  staleHoursOf,
  testParser,
  testWarehouse,
} from './testkit.js';

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

const values = (value: number) => ({ AIR_TEMPERATURE: value });
const noon = '2026-05-01T12:00:00Z';

/** A parser that has learnt better: the same instants, a degree warmer. */
const warmer: PayloadParser = (payload) => {
  const read = testParser(payload);
  const observations = read.observations.map((one) => ({
    ...one,
    values: values((one.values.AIR_TEMPERATURE ?? 0) + 1),
  }));
  return { ...read, observations };
};

async function latestOf(cityId: number): Promise<string[]> {
  const { rows } = await pool.query<{ observed_at: Date }>(
    'SELECT observed_at FROM latest_observations WHERE city_id = $1',
    [cityId],
  );
  return rows.map((row) => row.observed_at.toISOString());
}

test('a newer parser corrects the rows made from the very same payload', async () => {
  const cityId = await newCity();
  await land(pool, { cityId, observations: [{ at: noon, values: values(10) }] });
  await load(pool);
  await replayAll(pool, cityId);
  const counts = await load(pool, { parse: warmer, parserVersion: () => 2 });
  expect(counts).toMatchObject({ observationsUpdated: 1 });
  expect(await observationsOf(pool, cityId)).toMatchObject([{ air_temperature_c: 11 }]);
});

test('a newer parser does not let an old payload win over a newer one', async () => {
  const cityId = await newCity();
  const old = { cityId, fetchedAt: '2026-05-01T12:00:00Z', observations: [{ at: noon, values: values(10) }] };
  const newer = {
    cityId,
    fetchedAt: '2026-05-01T12:10:00Z',
    observations: [{ at: noon, values: values(20) }],
  };
  const [oldId] = await land(pool, old, newer);
  await load(pool);
  await pool.query(`UPDATE payloads SET state = 'PENDING' WHERE city_id = $1 AND id = $2`, [cityId, oldId]);
  const counts = await load(pool, { parse: warmer, parserVersion: () => 2 });
  expect(counts).toMatchObject({ observationsUpdated: 0, observationsUnchanged: 1 });
  expect(await observationsOf(pool, cityId)).toMatchObject([{ air_temperature_c: 20 }]);
});

test('what a newer parser no longer finds is gone, its hours are stale, the latest is an earlier one', async () => {
  const cityId = await newCity();
  const observations = ['10:30', '11:30', '12:30'].map((time) => ({
    at: `2026-05-01T${time}:00Z`,
    values: values(10),
  }));
  await land(pool, { cityId, fetchedAt: '2026-05-01T13:00:00Z', observations });
  await load(pool);
  await pool.query('DELETE FROM stale_hours');
  await replayAll(pool, cityId);
  const kept = observations.slice(0, 2).map(observed);
  await load(pool, { parse: () => ({ observations: kept, rejections: [] }) });
  expect(await observationsOf(pool, cityId)).toHaveLength(2);
  expect(await staleHoursOf(pool, cityId)).toEqual(['2026-05-01T12:00:00.000Z']);
  expect(await latestOf(cityId)).toEqual(['2026-05-01T11:30:00.000Z']);
});

test('a payload that is refused as a whole when read again leaves nothing behind', async () => {
  const cityId = await newCity();
  await land(pool, { cityId, observations: [{ at: noon, values: values(10) }] });
  await load(pool);
  await replayAll(pool, cityId);
  const rejections = [{ reason: 'PLACE_MISMATCH' as const, detail: 'Another place.' }];
  await load(pool, { parse: () => ({ observations: [], rejections }) });
  expect(await observationsOf(pool, cityId)).toEqual([]);
  expect(await latestOf(cityId)).toEqual([]);
});

test('observations of other payloads stay when one is read again', async () => {
  const cityId = await newCity();
  const [first] = await land(
    pool,
    { cityId, observations: [{ at: '2026-05-01T10:00:00Z', values: values(1) }] },
    { cityId, observations: [{ at: '2026-05-01T11:00:00Z', values: values(2) }] },
  );
  await load(pool);
  await pool.query(`UPDATE payloads SET state = 'PENDING' WHERE city_id = $1 AND id = $2`, [cityId, first]);
  await load(pool, { parse: () => ({ observations: [], rejections: [] }) });
  expect(await observationsOf(pool, cityId)).toMatchObject([{ air_temperature_c: 2 }]);
});
