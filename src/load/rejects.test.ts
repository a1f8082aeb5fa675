import type { Pool } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCity, land, load, observationsOf, replayAll, testParser, testWarehouse } from './testkit.js';

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

interface RejectRow {
  payload_id: string;
  reason: string;
  path: string | null;
  value: string | null;
  detail: string;
  resolved: boolean;
  run_id: string;
}

async function rejectsOf(cityId: number): Promise<RejectRow[]> {
  const { rows } = await pool.query<RejectRow>(
    `SELECT payload_id, reason, path, value, detail, resolved_at IS NOT NULL AS resolved, run_id
       FROM rejects WHERE city_id = $1 ORDER BY id`,
    [cityId],
  );
  return rows;
}

const humid = { reason: 'SCHEMA' as const, path: 'main.humidity', value: '"wet"', detail: 'Not a number.' };

test('keeps what was refused with reason, path, value, payload and run', async () => {
  const cityId = await newCity();
  const observations = [{ at: '2026-05-01T11:50:00Z', values: { AIR_TEMPERATURE: 10, WIND_SPEED: 900 } }];
  const [id] = await land(pool, { cityId, observations, rejections: [humid] });
  expect(await load(pool, { runId: 42n })).toMatchObject({ observationsInserted: 1, rejects: 2 });
  const common = { payload_id: id, resolved: false, run_id: '42' };
  expect(await rejectsOf(cityId)).toEqual([
    { ...common, ...humid },
    {
      ...common,
      reason: 'OUT_OF_RANGE',
      path: 'wind.speed',
      value: '900',
      detail: 'wind.speed is 900 m/s; possible are 0 to 115 m/s.',
    },
  ]);
});

test('says the same thing of the same payload once, however often it is loaded', async () => {
  const cityId = await newCity();
  await land(pool, { cityId, rejections: [humid, { reason: 'MALFORMED', detail: 'No JSON.' }] });
  expect(await load(pool)).toMatchObject({ rejects: 2 });
  await replayAll(pool, cityId);
  expect(await load(pool)).toMatchObject({ rejects: 2 });
  expect(await rejectsOf(cityId)).toHaveLength(2);
});

test('closes what is refused no longer, and leaves open what still is', async () => {
  const cityId = await newCity();
  const other = { ...humid, path: 'main.temp' };
  await land(pool, { cityId, rejections: [humid, other] });
  await load(pool);
  await replayAll(pool, cityId);
  await load(pool, { parse: () => ({ observations: [], rejections: [other] }) });
  expect(await rejectsOf(cityId)).toMatchObject([
    { path: 'main.humidity', resolved: true },
    { path: 'main.temp', resolved: false },
  ]);
  await replayAll(pool, cityId);
  await load(pool);
  expect(await rejectsOf(cityId)).toMatchObject([
    { path: 'main.humidity', resolved: true },
    { path: 'main.temp', resolved: false },
    { path: 'main.humidity', resolved: false },
  ]);
});

test('stores whatever text comes: NUL, half surrogates, a megabyte', async () => {
  const cityId = await newCity();
  const text = `\u0000\ud800${'x'.repeat(1_000_000)}`;
  await land(pool, { cityId });
  await load(pool, {
    parse: () => ({
      observations: [],
      rejections: [{ reason: 'SCHEMA', path: text, value: text, detail: text }],
    }),
  });
  const [reject] = await rejectsOf(cityId);
  expect(reject?.value).toHaveLength(200);
  expect(reject?.path).toHaveLength(200);
  expect(reject?.detail.length).toBeLessThanOrEqual(500);
});

test('a payload that the parser stumbles over is kept and rejected, and the others load', async () => {
  const cityId = await newCity();
  const observations = [{ at: '2026-05-01T11:50:00Z', values: { AIR_TEMPERATURE: 10 } }];
  await land(pool, { cityId, body: Buffer.from('{') }, { cityId, observations });
  expect(await load(pool)).toMatchObject({ observationsInserted: 1, rejects: 1 });
  const [reject] = await rejectsOf(cityId);
  expect(reject?.reason).toBe('SCHEMA');
  expect(reject?.detail).toContain('The parser failed');
});

test('nothing is taken from an answer without a city, which is said', async () => {
  const observations = [{ at: '2026-05-01T11:50:00Z', values: { AIR_TEMPERATURE: 10 } }];
  await land(
    pool,
    { cityId: 0, observations },
    { cityId: 0, rejections: [{ reason: 'PLACE_MISMATCH', path: 'coord', value: '{}', detail: 'Far.' }] },
    { cityId: 0, rejections: [{ reason: 'MALFORMED', detail: 'No JSON.' }] },
  );
  await load(pool);
  expect(await observationsOf(pool, 0)).toEqual([]);
  expect(await rejectsOf(0)).toMatchObject([
    { reason: 'PLACE_MISMATCH', path: null },
    { reason: 'PLACE_MISMATCH', path: 'coord', value: '{}' },
    { reason: 'MALFORMED' },
  ]);
});

test('bytes that are gone are said to be gone, and cost no observation', async () => {
  const cityId = await newCity();
  const observations = [{ at: '2026-05-01T11:50:00Z', values: { AIR_TEMPERATURE: 10 } }];
  await land(pool, { cityId, observations, rejections: [humid] });
  await load(pool);
  await pool.query('UPDATE payloads SET body = NULL WHERE city_id = $1', [cityId]);
  await replayAll(pool, cityId);
  await load(pool, { parse: testParser });
  expect(await observationsOf(pool, cityId)).toHaveLength(1);
  expect(await rejectsOf(cityId)).toMatchObject([
    { reason: 'SCHEMA', resolved: false },
    { reason: 'MISSING', resolved: false },
  ]);
});
