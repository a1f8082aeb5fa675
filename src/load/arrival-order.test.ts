import fc from 'fast-check';
import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addCity,
  land,
  load,
  observationsOf,
  replayAll,
  testWarehouse,
  type TestPayload,
} from './testkit.js';

let pool: Pool;
let close: () => Promise<void>;
beforeAll(async () => ({ pool, close } = await testWarehouse()));
afterAll(() => close());

let lastCity = 0;

type Draft = Omit<TestPayload, 'cityId'>;

// Few instants, few values: so that payloads meet, agree and contradict each other.
const observation = fc.record({
  at: fc.constantFrom('2026-05-01T10:00:00Z', '2026-05-01T10:30:00Z', '2026-05-01T11:00:00Z'),
  values: fc.record(
    { AIR_TEMPERATURE: fc.constantFrom(1, 2), RAIN: fc.constantFrom(0, 1) },
    { requiredKeys: ['AIR_TEMPERATURE'] },
  ),
  codes: fc.constantFrom<number[]>([], [800], [500, 701]),
});

const draft = fc.record({
  source: fc.constantFrom('OPENWEATHERMAP' as const, 'OPEN_METEO' as const),
  kind: fc.constantFrom('CURRENT' as const, 'ARCHIVE' as const),
  observations: fc.array(observation, { maxLength: 3 }),
});

/** No two fetches at the same moment: their order in the landing table would decide then. */
const drafts: fc.Arbitrary<Draft[]> = fc.array(draft, { minLength: 1, maxLength: 8 }).map((list) =>
  list.map((one, index) => ({
    ...one,
    fetchedAt: new Date(Date.UTC(2026, 4, 1, 12, index)).toISOString(),
  })),
);

/** The same payloads in an order of arrival, and how many are loaded at a time. */
const arrivals = drafts.chain((list) =>
  fc.record({
    inOrder: fc.constant(list),
    shuffled: fc.shuffledSubarray(list, { minLength: list.length }),
    loadAfter: fc.integer({ min: 1, max: 4 }),
    batchSize: fc.integer({ min: 1, max: 4 }),
  }),
);

/** Which payload a row came from, told by when it was fetched: ids differ with the order of arrival. */
async function arrive(list: Draft[], loadAfter: number, batchSize: number): Promise<[number, unknown[]]> {
  lastCity += 1;
  const cityId = lastCity;
  await addCity(pool, cityId);
  for (let index = 0; index < list.length; index += loadAfter) {
    await land(pool, ...list.slice(index, index + loadAfter).map((one) => ({ ...one, cityId })));
    await load(pool, { batchSize });
  }
  return [cityId, await rowsOf(cityId)];
}

/** The observations, and what is said to be the latest of each source. */
async function rowsOf(cityId: number): Promise<unknown[]> {
  const rows = await observationsOf(pool, cityId);
  const { rows: latest } = await pool.query<{ source: string; observed_at: Date }>(
    'SELECT source, observed_at FROM latest_observations WHERE city_id = $1 ORDER BY source',
    [cityId],
  );
  return [...rows.map((row) => ({ ...row, payload_id: undefined })), ...latest];
}

test('any order of arrival of the same payloads yields the same observations', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ inOrder, shuffled, loadAfter, batchSize }) => {
      const [, expected] = await arrive(inOrder, inOrder.length, 500);
      const [, got] = await arrive(shuffled, loadAfter, batchSize);
      expect(got).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test('loading everything once more changes nothing, whatever came before', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ shuffled, loadAfter, batchSize }) => {
      const [cityId, before] = await arrive(shuffled, loadAfter, batchSize);
      await replayAll(pool, cityId);
      const counts = await load(pool, { batchSize });
      expect(counts).toMatchObject({ observationsInserted: 0, observationsUpdated: 0 });
      expect(await rowsOf(cityId)).toEqual(before);
    }),
    { numRuns: 25 },
  );
});
