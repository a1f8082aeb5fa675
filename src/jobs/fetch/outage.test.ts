import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openWeatherMap } from '../../sources/openweathermap/client.js';
import { CANARY, PLENTY, TestWorld } from '../testkit.js';

let world: TestWorld;
let before: number;
beforeAll(async () => (world = await TestWorld.open()));
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  before = world.calls().length;
});

const asked = (): number[] => world.asked(before);
const sorted = (ids: number[]): number[] => [...ids].sort((a, b) => a - b);
const cities = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('A fetch', () => {
  test('asks for every due city once, the stalest first, and only lands what comes', async () => {
    await world.follow(130);
    await world.pool.query(
      `UPDATE tracked_cities SET next_due_at = now() + interval '1 h' WHERE city_id > 120`,
    );
    expect(await world.fetch()).toEqual({ status: 'SUCCEEDED' });
    expect(asked()[0]).toBe(1);
    // Two batches of 25 are under way at once, and their calls in no order among themselves.
    for (const [position, cityId] of asked().entries())
      expect(Math.abs(cityId - 1 - position)).toBeLessThan(50);
    expect(sorted(asked())).toEqual(cities(120));
    const { rows } = await world.pool.query(
      `SELECT count(*)::int AS payloads, count(DISTINCT city_id)::int AS cities, min(state::text) AS state,
              (SELECT count(*)::int FROM observations) AS observations FROM payloads`,
    );
    expect(rows).toEqual([{ payloads: 120, cities: 120, state: 'PENDING', observations: 0 }]);
    const runs = await world.pool.query(
      'SELECT status, calls, payloads, progress_done, progress_total FROM runs',
    );
    expect(runs.rows).toEqual([
      { status: 'SUCCEEDED', calls: 120, payloads: 120, progress_done: 120, progress_total: 120 },
    ]);
  });

  test('puts each city on its own beat, which the minute it was asked in does not move', async () => {
    await world.follow(3, 60);
    await world.letPass(130);
    await world.fetch();
    // Due 130 minutes and some seconds ago, every 60 minutes: next in a little less than 50.
    for (const city of await world.cities()) {
      expect(city).toMatchObject({ failures: 0, claimed: false });
      expect(Math.ceil(city.due_in)).toBeGreaterThanOrEqual(48);
      expect(city.due_in).toBeLessThan(50);
    }
  });

  test('goes on with the others when a city does not answer, which is asked three times and again soon', async () => {
    await world.follow(40);
    world.upstream.setFaults([{ fault: { kind: 'RESET' }, near: world.placeOf(7) }]);
    const result = await world.fetch();
    expect(result.status).toBe('PARTIAL');
    expect(result.error).toMatch(/^1 city gave no weather\. OpenWeatherMap did not answer for city 7: /);
    expect(asked().filter((id) => id === 7)).toHaveLength(3);
    expect(sorted([...new Set(asked())])).toEqual(cities(40));
    expect(await world.pausedMinutes()).toBe(0);
    const [odd, ...others] = (await world.cities()).sort((a, b) => b.failures - a.failures);
    expect(odd).toMatchObject({ city_id: 7, failures: 1, last_fetched_at: null });
    // A minute, give or take a quarter.
    expect(odd?.due_in).toBeGreaterThan(0.5);
    expect(odd?.due_in).toBeLessThan(1.3);
    expect(others.every(({ failures, due_in }) => failures === 0 && due_in > 10)).toBe(true);
  });

  test('never takes one odd city for the whole source, not even where no other is due', async () => {
    await world.follow(1);
    world.upstream.setFaults([{ fault: { kind: 'STATUS', status: 500 } }]);
    const result = await world.fetch();
    expect(result.status).toBe('FAILED');
    expect(result.error).toMatch(/^1 city gave no weather\. OpenWeatherMap answered 500 for city 1: /);
    expect(asked()).toEqual([1, 1, 1]);
    expect(await world.pausedMinutes()).toBe(0);
  });

  test('records exactly the half that answered when every other city fails', async () => {
    await world.follow(30);
    world.upstream.setFaults(
      cities(30)
        .filter((id) => id % 2 === 0)
        .map((id) => ({ fault: { kind: 'STATUS' as const, status: 503 }, near: world.placeOf(id) })),
    );
    const result = await world.fetch();
    expect(result.status).toBe('PARTIAL');
    expect(result.error).toContain('15 cities gave no weather.');
    const { rows } = await world.pool.query<{ ids: number[] }>(
      'SELECT array_agg(city_id ORDER BY city_id) AS ids FROM payloads WHERE http_status = 200',
    );
    expect(rows[0]?.ids).toEqual(cities(30).filter((id) => id % 2 === 1));
    expect((await world.cities()).filter((city) => city.failures === 1)).toHaveLength(15);
  });
});

describe('When nothing answers, a fetch', () => {
  test.each([
    ['cuts', { kind: 'RESET' }, /did not answer for city 1: connection cut/],
    ['is silent', { kind: 'HANG' }, /did not answer for city 1: no complete answer within 0.4 s/],
    ['drips', { kind: 'DRIP', everyMs: 50 }, /no complete answer within 0.4 s/],
    ['is out of order', { kind: 'STATUS', status: 502, body: '<html>' }, /answered 502 for city/],
  ] as const)(
    'makes a handful of calls and leaves the source alone, if upstream %s',
    async (_, fault, sentence) => {
      await world.follow(30);
      world.upstream.setFaults([{ fault }]);
      const result = await world.fetch(world.dependencies(0, PLENTY, 400));
      expect(result.status).toBe('FAILED');
      expect(result.error).toMatch(/No calls until 20..-/);
      expect(asked()).toHaveLength(5);
      // One alone, and with three others once more.
      expect(await world.due()).toHaveLength(26);
      const { rows } = await world.pool.query<{ pause_reason: string }>(
        'SELECT pause_reason FROM source_states',
      );
      expect(rows[0]?.pause_reason).toMatch(sentence);
      expect(await world.pauseLength()).toBe(30);
      // Nobody calls while it is paused, and nothing of the cities is lost.
      expect((await world.fetch()).error).toMatch(/^OPENWEATHERMAP is paused for \d+ s: /);
      expect(asked()).toHaveLength(5);
      expect((await world.cities()).every((city) => !city.claimed)).toBe(true);
    },
  );

  test('says so, if the address is dead', async () => {
    await world.follow(10);
    const deps = world.dependencies();
    const { logger } = world;
    const source = openWeatherMap({ baseUrl: 'http://127.0.0.1:1', apiKey: CANARY, logger });
    const result = await world.fetch({ ...deps, source });
    expect(result.status).toBe('FAILED');
    expect(result.error).toContain('connection refused (ECONNREFUSED)');
  });

  test('lets one call probe after each pause, and goes on with all cities once it is answered', async () => {
    await world.follow(30);
    world.upstream.setFaults([{ fault: { kind: 'STATUS', status: 503 } }]);
    await world.fetch();
    const pauses: number[] = [];
    for (let probe = 1; probe <= 3; probe += 1) {
      await world.letPass(await world.pausedMinutes());
      const calls = asked().length;
      expect((await world.fetch()).status).toBe('FAILED');
      expect(asked()).toHaveLength(calls + 1);
      pauses.push(await world.pauseLength());
    }
    expect(pauses).toEqual([60, 120, 240]);
    world.upstream.setFaults([]);
    await world.letPass(4);
    const calls = asked().length;
    expect((await world.fetch()).status).toBe('SUCCEEDED');
    // Each city once: also those that failed before, as their turns have come.
    expect(sorted(asked().slice(calls))).toEqual(cities(30));
    expect(await world.pausedMinutes()).toBe(0);
    expect(await world.due()).toEqual([]);
  });

  test('spends less than a fifth of its calls on an outage of six hours, and none twice when it ends', async () => {
    await world.follow(60);
    world.upstream.setFaults([{ fault: { kind: 'STATUS', status: 500 } }]);
    for (let minute = 0; minute < 360; minute += 1) {
      if ((await world.pausedMinutes()) === 0) await world.fetch();
      await world.letPass(1);
    }
    // Four a minute would be normal.
    expect(asked().length).toBeLessThan(0.2 * 4 * 360);
    world.upstream.setFaults([]);
    await world.letPass(await world.pausedMinutes());
    const calls = asked().length;
    await world.fetch();
    const caughtUp = asked().slice(calls);
    expect(new Set(caughtUp).size).toBe(caughtUp.length);
    // What was missed is not asked for again and again: a gap stays a gap.
    expect(caughtUp.length).toBeLessThanOrEqual(60);
    expect(await world.due()).toEqual([]);
    const { rows } = await world.pool.query(
      `SELECT count(*)::int AS count FROM payloads WHERE http_status = 200`,
    );
    expect(rows).toEqual([{ count: caughtUp.length }]);
  }, 60_000);
});
