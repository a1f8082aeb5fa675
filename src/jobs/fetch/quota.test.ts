import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { JobResult } from '../worker.js';
import { TestWorld } from '../testkit.js';

/** Stands for the minute, which no test can wait for. */
const WINDOW = 2_000;

let world: TestWorld;
let before: number;
beforeAll(async () => (world = await TestWorld.open(3)));
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  before = world.calls().length;
});

const asked = (): number[] => world.asked(before);

/** Most calls that upstream saw in any window. */
function mostInAWindow(): number {
  const times = world.calls(before).map((call) => Date.parse(call.at));
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + WINDOW).length));
}

async function monthsUse(): Promise<number> {
  const { rows } = await world.pool.query<{ calls: number }>(
    'SELECT sum(calls)::int AS calls FROM quota_usage',
  );
  return rows[0]?.calls ?? 0;
}

describe('Three processes together', () => {
  test('never make more calls in any window than the plan allows, and ask each city once', async () => {
    await world.follow(32);
    const limits = { perMinute: 9, window: WINDOW };
    const results = await Promise.all(
      [0, 1, 2].map((process) => world.fetch(world.dependencies(process, limits))),
    );
    expect(results).toEqual(results.map(() => ({ status: 'SUCCEEDED' })));
    expect([...asked()].sort((a, b) => a - b)).toEqual(Array.from({ length: 32 }, (_, index) => index + 1));
    expect(mostInAWindow()).toBeLessThanOrEqual(9);
  });

  test('never pass the month, and say when it begins anew', async () => {
    await world.follow(120);
    const limits = { perMinute: 10_000, perMonth: 50 };
    const results: JobResult[] = await Promise.all(
      [0, 1, 2].map((process) => world.fetch(world.dependencies(process, limits))),
    );
    expect(asked()).toHaveLength(50);
    expect(new Set(asked()).size).toBe(50);
    expect(await monthsUse()).toBe(50);
    for (const { status, error } of results) {
      expect(status).toMatch(/^(PARTIAL|FAILED)$/);
      expect(error).toMatch(/is used up until 20\d\d-\d\d-01T00:00:00\.000Z/);
    }
    // What was not asked for stays due, and nobody tries before the quota is looked at again.
    expect(await world.due()).toHaveLength(70);
    expect(await world.pausedMinutes()).toBeGreaterThan(0);
    expect((await world.fetch()).error).toMatch(/^OPENWEATHERMAP is paused .* used up until/);
    expect(asked()).toHaveLength(50);
  });
});

test('A fetch counts every call that it makes, retries too, and none that it does not', async () => {
  await world.follow(40);
  world.upstream.setFaults([{ fault: { kind: 'RESET' }, near: world.placeOf(3) }]);
  await world.fetch(world.dependencies(0, { perMinute: 10_000, perMonth: 100_000 }));
  expect(asked()).toHaveLength(42);
  expect(await monthsUse()).toBe(42);
});

test('Intervals stretch by what the cities are too many, so that they fit', async () => {
  // 60 cities every minute, of whom 60 in two minutes may be asked for.
  await world.follow(60, 1);
  await world.fetch(world.dependencies(0, { perMinute: 60, window: 120_000 }));
  for (const { due_in } of await world.cities()) {
    expect(due_in).toBeGreaterThan(0.9);
    expect(due_in).toBeLessThan(2.1);
  }
  const line = world.lines.find((text) => text.includes('do not fit the quota')) ?? '{}';
  const said: unknown = JSON.parse(line);
  expect(said).toMatchObject({ wantedPerMinute: 60, allowedPerMinute: 30, stretch: 2 });
});
