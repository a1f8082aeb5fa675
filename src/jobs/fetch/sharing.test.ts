import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LostLeaseError, StopRequestedError } from '../../database/fence.js';
import type { WeatherSource } from '../../sources/source.js';
import { Gate, TestWorld } from '../testkit.js';
import { fetchCities } from './fetch.js';
import type { FetchDependencies } from './sweep.js';

const DUE = { source: 'OPENWEATHERMAP', cityIds: null, fetchedBefore: null } as const;

let world: TestWorld;
let before: number;
beforeAll(async () => (world = await TestWorld.open(2)));
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  before = world.calls().length;
});

const asked = (): number[] => world.asked(before).sort((a, b) => a - b);
const all = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** The same, but its calls have to pass a gate. */
function behind(gate: Gate, deps: FetchDependencies): FetchDependencies {
  const source: WeatherSource = {
    name: deps.source.name,
    current: async (place) => {
      await gate.pass();
      return deps.source.current(place);
    },
  };
  return { ...deps, source };
}

describe('A scheduled fetch and a refresh together', () => {
  test('ask for each city once', async () => {
    await world.follow(80);
    const refresh = { fetchedBefore: new Date(), cityIds: all(80) };
    const results = await Promise.all([
      world.fetch(world.dependencies(0)),
      world.fetch(world.dependencies(1), refresh),
    ]);
    expect(results).toEqual([{ status: 'SUCCEEDED' }, { status: 'SUCCEEDED' }]);
    expect(asked()).toEqual(all(80));
  });

  test('end in an order that the asker can rely on: the refresh is not done before its cities are', async () => {
    await world.follow(1);
    const gate = new Gate(1);
    const scheduled = world.fetch(behind(gate, world.dependencies(0)));
    await gate.reached;
    let done = false;
    const refresh = world
      .fetch(world.dependencies(1), { fetchedBefore: new Date() })
      .finally(() => (done = true));
    await sleep(700);
    expect(done).toBe(false);
    gate.open();
    expect(await Promise.all([scheduled, refresh])).toEqual([
      { status: 'SUCCEEDED' },
      { status: 'SUCCEEDED' },
    ]);
    expect(asked()).toEqual([1]);
    expect((await world.cities())[0]?.last_fetched_at).not.toBeNull();
  });

  test('end also when a city never answers', async () => {
    await world.follow(5);
    world.upstream.setFaults([{ fault: { kind: 'RESET' }, near: world.placeOf(2) }]);
    const result = await world.fetch(world.dependencies(), { fetchedBefore: new Date() });
    expect(result.status).toBe('PARTIAL');
    expect(asked()).toEqual([1, 2, 2, 2, 3, 4, 5]);
  });
});

test('What a fetch that was killed had claimed is fetched by another, and the dead one’s late writes are refused', async () => {
  await world.follow(20);
  const gate = new Gate(2);
  const run = await world.request({ job: 'FETCH' });
  const late = fetchCities(behind(gate, world.dependencies(0)), run, DUE);
  await gate.reached;
  run.stopBeating();
  // The first city was answered; the others are claimed, and nobody asks for them.
  expect(await world.fetch(world.dependencies(1))).toEqual({ status: 'SUCCEEDED' });
  expect(asked()).toEqual([1]);
  await world.letPass(2.1);
  const heir = await world.take('FETCH');
  expect(heir.row).toMatchObject({ id: run.row.id, attempt: 2 });
  expect(await fetchCities(world.dependencies(1), heir, DUE)).toEqual({ status: 'SUCCEEDED' });
  gate.open();
  await expect(late).rejects.toThrow(LostLeaseError);
  const { rows } = await world.pool.query('SELECT city_id FROM payloads ORDER BY city_id');
  expect(rows.map((row: { city_id: number }) => row.city_id)).toEqual(all(20));
  expect(await world.due()).toEqual([]);
});

test('What a refresh that was killed had claimed is asked for at once by whoever takes it over, and counted twice', async () => {
  await world.follow(20);
  const refresh = { ...DUE, fetchedBefore: new Date() };
  const limits = { perMinute: 10_000, perMonth: 10_000 };
  const gate = new Gate(2);
  const run = await world.request({ job: 'REFRESH' });
  const late = fetchCities(behind(gate, world.dependencies(0, limits)), run, refresh);
  await gate.reached;
  run.stopBeating();
  await world.pool.query('UPDATE runs SET lease_until = now()');
  const heir = await world.take('REFRESH');
  expect(heir.row).toMatchObject({ id: run.row.id, attempt: 2 });
  // Nothing made time pass: the claims of the dead would hold for two minutes.
  expect(await fetchCities(world.dependencies(1, limits), heir, refresh)).toEqual({ status: 'SUCCEEDED' });
  expect((await world.cities()).some((city) => city.claimed)).toBe(false);
  gate.open();
  await expect(late).rejects.toThrow(LostLeaseError);
  // One answered, 19 that the dead one had under way, and the same 19 again.
  const { rows } = await world.pool.query('SELECT sum(calls) AS calls FROM quota_usage');
  expect(rows).toEqual([{ calls: 39 }]);
  expect(asked().filter((city) => city === 1)).toHaveLength(1);
});

test('What a fetch had claimed that has ended is free, and until then nobody asks for it', async () => {
  await world.follow(3);
  const gate = new Gate(2);
  const run = await world.begin();
  const late = fetchCities(behind(gate, world.dependencies(0)), run, DUE);
  await gate.reached;
  expect(await world.fetch(world.dependencies(1))).toEqual({ status: 'SUCCEEDED' });
  expect(asked()).toEqual([1]);
  await run.finish('FAILED', null);
  expect(await world.fetch(world.dependencies(1))).toEqual({ status: 'SUCCEEDED' });
  expect(asked()).toEqual([1, 2, 3]);
  gate.open();
  await expect(late).rejects.toThrow(LostLeaseError);
});

test('A stop ends a fetch after the batches under way, lands those, and frees its other cities', async () => {
  await world.follow(200);
  const gate = new Gate(27);
  const run = await world.begin();
  const fetching = fetchCities(behind(gate, world.dependencies(0)), run, DUE);
  await gate.reached;
  run.requestStop();
  gate.open();
  await expect(fetching).rejects.toThrow(StopRequestedError);
  // One, 25, and what was under way; all of them landed.
  expect(asked().length).toBeLessThanOrEqual(76);
  const { rows } = await world.pool.query('SELECT count(*)::int AS count FROM payloads');
  expect(rows).toEqual([{ count: asked().length }]);
  expect((await world.cities()).some((city) => city.claimed)).toBe(false);
  expect(await world.due()).toHaveLength(200 - asked().length);
  expect(await world.fetch()).toEqual({ status: 'SUCCEEDED' });
  expect(asked()).toEqual(all(200));
});
