import type { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addCity, land, load, observationsOf, replayAll, staleHoursOf, testWarehouse } from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());

let lastCity = 0;
/** A city of the test's own. */
async function newCity(): Promise<number> {
  lastCity += 1;
  await addCity(pool, lastCity);
  return lastCity;
}

const at = '2026-05-01T11:50:00Z';
const warm = { at, values: { AIR_TEMPERATURE: 20, RELATIVE_HUMIDITY: 40 }, codes: [800] };
const cool = { at, values: { AIR_TEMPERATURE: 10, RELATIVE_HUMIDITY: 90 }, codes: [500, 701] };

/** Rows with the number of the transaction that wrote them, which tells a write from none. */
async function rowsOf(cityId: number): Promise<unknown[]> {
  const query = 'SELECT *, xmin FROM observations WHERE city_id = $1 ORDER BY observed_at';
  return (await pool.query<Record<string, unknown>>(query, [cityId])).rows;
}

async function loadedAt(cityId: number): Promise<unknown[]> {
  const query = 'SELECT loaded_at FROM observations WHERE city_id = $1 ORDER BY observed_at';
  return (await pool.query<{ loaded_at: Date }>(query, [cityId])).rows;
}

describe('who wins an instant', () => {
  test.each([
    ['first', false],
    ['last', true],
  ])('the newer fetch wins when it comes %s', async (_, reverse) => {
    const cityId = await newCity();
    const newer = { cityId, fetchedAt: '2026-05-01T12:10:00Z', observations: [cool] };
    const older = { cityId, fetchedAt: '2026-05-01T12:00:00Z', observations: [warm] };
    for (const payload of reverse ? [older, newer] : [newer, older]) {
      await land(pool, payload);
      await load(pool);
    }
    expect(await observationsOf(pool, cityId)).toMatchObject([
      { air_temperature_c: 10, condition_code: 500, further_condition_codes: [701] },
    ]);
  });

  test('the newer fetch wins within one batch too', async () => {
    const cityId = await newCity();
    const newer = { cityId, fetchedAt: '2026-05-01T12:10:00Z', observations: [cool] };
    const older = { cityId, fetchedAt: '2026-05-01T12:00:00Z', observations: [warm] };
    await land(pool, newer, older);
    expect(await load(pool)).toMatchObject({ observationsInserted: 1, observationsUnchanged: 1 });
    expect(await observationsOf(pool, cityId)).toMatchObject([{ air_temperature_c: 10 }]);
  });

  test.each([
    ['first', false],
    ['last', true],
  ])('live wins over newer reanalysis when it comes %s', async (_, reverse) => {
    const cityId = await newCity();
    const live = { cityId, observations: [warm] };
    const archive = {
      cityId,
      kind: 'ARCHIVE' as const,
      fetchedAt: '2026-05-09T12:00:00Z',
      observations: [cool],
    };
    for (const payload of reverse ? [archive, live] : [live, archive]) {
      await land(pool, payload);
      await load(pool);
    }
    expect(await observationsOf(pool, cityId)).toMatchObject([{ air_temperature_c: 20, kind: 'CURRENT' }]);
  });

  test('sources do not mix', async () => {
    const cityId = await newCity();
    await land(pool, { cityId, observations: [warm] });
    await land(pool, { cityId, source: 'OPEN_METEO', observations: [cool] });
    await load(pool);
    expect(await observationsOf(pool, cityId)).toMatchObject([
      { source: 'OPENWEATHERMAP', air_temperature_c: 20 },
      { source: 'OPEN_METEO', air_temperature_c: 10 },
    ]);
  });

  test('a value the newer fetch no longer has is not kept from the older one', async () => {
    const cityId = await newCity();
    await land(pool, { cityId, observations: [{ at, values: { AIR_TEMPERATURE: 20, RAIN: 1.5 } }] });
    await load(pool);
    const newer = { cityId, fetchedAt: '2026-05-01T12:10:00Z' };
    await land(pool, { ...newer, observations: [{ at, values: { AIR_TEMPERATURE: 20 } }] });
    expect(await load(pool)).toMatchObject({ observationsUpdated: 1 });
    expect(await observationsOf(pool, cityId)).toEqual([expect.not.objectContaining({ rain_1h_mm: 1.5 })]);
  });
});

describe('loading again', () => {
  test('the same payloads change nothing, and mark no hour', async () => {
    const cityId = await newCity();
    await land(pool, { cityId, observations: [warm, { at: '2026-05-01T10:00:00Z', values: { RAIN: 0.2 } }] });
    await load(pool);
    const before = await rowsOf(cityId);
    await pool.query('DELETE FROM stale_hours');
    await replayAll(pool, cityId);
    expect(await load(pool)).toMatchObject({
      payloads: 1,
      observationsInserted: 0,
      observationsUpdated: 0,
      observationsUnchanged: 2,
    });
    expect(await rowsOf(cityId)).toEqual(before);
    expect(await staleHoursOf(pool, cityId)).toEqual([]);
  });

  test('equal content of a newer fetch counts as unchanged; only the fetch is noted', async () => {
    const cityId = await newCity();
    await land(pool, { cityId, observations: [warm] });
    await load(pool);
    const before = await loadedAt(cityId);
    await pool.query('DELETE FROM stale_hours');
    const [again] = await land(pool, { cityId, fetchedAt: '2026-05-01T12:10:00Z', observations: [warm] });
    expect(await load(pool)).toMatchObject({ observationsUpdated: 0, observationsUnchanged: 1 });
    expect(await observationsOf(pool, cityId)).toMatchObject([
      { fetched_at: '2026-05-01T12:10:00+00:00', payload_id: Number(again) },
    ]);
    expect(await loadedAt(cityId)).toEqual(before);
    expect(await staleHoursOf(pool, cityId)).toEqual([]);
  });

  test('a hundred polls of the same instant are one observation', async () => {
    const cityId = await newCity();
    const polls = Array.from({ length: 100 }, (_, minute) => ({
      cityId,
      fetchedAt: new Date(Date.parse('2026-05-01T12:00:00Z') + minute * 60_000).toISOString(),
      observations: [warm],
    }));
    await land(pool, ...polls);
    expect(await load(pool, { batchSize: 7 })).toMatchObject({
      payloads: 100,
      observationsInserted: 1,
      observationsUpdated: 0,
      observationsUnchanged: 99,
    });
    expect(await observationsOf(pool, cityId)).toHaveLength(1);
  });
});
