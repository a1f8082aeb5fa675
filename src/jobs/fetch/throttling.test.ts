import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TestWorld } from '../testkit.js';

let world: TestWorld;
let before: number;
beforeAll(async () => (world = await TestWorld.open(2)));
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  before = world.calls().length;
});

const asked = (): number[] => world.asked(before);
const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toUTCString();

function throttle(retryAfter?: string, after = 0): void {
  const fault = { kind: 'STATUS' as const, status: 429, ...(retryAfter !== undefined && { retryAfter }) };
  world.upstream.setFaults([{ fault, after }]);
}

describe('A 429', () => {
  test.each<[string, () => string | undefined, number, number]>([
    ['a number of seconds', () => '30', 30, 30],
    ['a date', () => inSeconds(120), 90, 120],
    ['nothing', () => undefined, 60, 60],
    ['nonsense', () => 'soon', 60, 60],
    ['a negative number', () => '-5', 1, 1],
    ['a date long past', () => 'Thu, 01 Jan 1970 00:00:00 GMT', 1, 1],
    ['ten years', () => '315360000', 900, 900],
  ])('with %s pauses every replica for as long, and its cities stay due', async (_, retryAfter, from, to) => {
    await world.follow(30);
    throttle(retryAfter());
    const result = await world.fetch();
    expect(result.status).toBe('FAILED');
    expect(result.error).toMatch(
      /^OpenWeatherMap answered 429 for city 1: simulated error 429\. No calls until 20\d\d-/,
    );
    const pause = await world.pauseLength();
    expect(pause).toBeGreaterThanOrEqual(from);
    expect(pause).toBeLessThanOrEqual(to);
    expect(asked()).toEqual([1]);
    expect(await world.due()).toHaveLength(30);
    expect((await world.cities()).every((city) => !city.claimed && city.failures === 0)).toBe(true);
  });

  test('is obeyed by another process until the very end of the pause', async () => {
    await world.follow(30);
    throttle('600');
    await world.fetch(world.dependencies(0));
    for (const minutes of [0, 5, 4]) {
      await world.letPass(minutes);
      const { status, error } = await world.fetch(world.dependencies(1));
      expect(status).toBe('FAILED');
      expect(error).toMatch(/^OPENWEATHERMAP is paused for \d+ s: OpenWeatherMap answered 429/);
    }
    expect(asked()).toEqual([1]);
    world.upstream.setFaults([]);
    await world.letPass(1);
    expect(await world.fetch(world.dependencies(1))).toEqual({ status: 'SUCCEEDED' });
    expect([...asked()].sort((a, b) => a - b)).toEqual([1, ...Array.from({ length: 30 }, (_, i) => i + 1)]);
  });

  test('in the middle of a sweep ends it with what was answered, and at most what was under way', async () => {
    await world.follow(200);
    throttle('30', 60);
    const result = await world.fetch();
    expect(result.status).toBe('PARTIAL');
    const answered = world.calls(before).filter((call) => call.fault === null).length;
    expect(answered).toBe(60);
    // The batch it came in, and the other one that was under way.
    expect(asked().length - answered).toBeLessThanOrEqual(50);
    expect(await world.due()).toHaveLength(140);
  });

  test('without a time lets through one call a minute at most, in pauses that double to a quarter of an hour', async () => {
    await world.follow(10);
    throttle();
    const pauses: number[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      await world.fetch(world.dependencies(turn % 2));
      expect(asked()).toHaveLength(turn + 1);
      pauses.push((await world.pauseLength()) / 60);
      await world.letPass(await world.pausedMinutes());
    }
    expect(pauses).toEqual([1, 2, 4, 8, 15, 15]);
  });
});

describe('A 401', () => {
  const REVOKED = [{ fault: { kind: 'STATUS' as const, status: 401 } }];
  const warnings = (): string[] => world.lines.filter((line) => line.includes('"level":"warn"'));

  test('costs one call, says what to do, and is said once', async () => {
    await world.follow(100);
    world.upstream.setFaults(REVOKED);
    for (let minute = 0; minute < 60; minute += 1) {
      if ((await world.pausedMinutes()) === 0) {
        const result = await world.fetch(world.dependencies(minute % 2));
        expect(result.status).toBe('FAILED');
        expect(result.error).toContain(
          'OpenWeatherMap answered 401 for city 1: check OPENWEATHERMAP_API_KEY',
        );
      }
      await world.letPass(1);
    }
    // One every quarter of an hour.
    expect(asked()).toEqual([1, 1, 1, 1]);
    expect(warnings()).toHaveLength(1);
    expect(await world.due()).toHaveLength(100);
  });

  test('is over when the key is mended', async () => {
    await world.follow(100);
    world.upstream.setFaults(REVOKED);
    await world.fetch();
    world.upstream.setFaults([]);
    await world.letPass(15);
    expect(await world.fetch()).toEqual({ status: 'SUCCEEDED' });
    expect(await world.due()).toEqual([]);
  });

  test('that comes while a sweep goes fast stops it with what is under way', async () => {
    await world.follow(300);
    world.upstream.setFaults([{ fault: { kind: 'STATUS', status: 401 }, after: 100 }]);
    expect((await world.fetch()).status).toBe('PARTIAL');
    expect(asked().length).toBeLessThanOrEqual(150);
    expect(await world.due()).toHaveLength(200);
  });
});

describe('A 404', () => {
  test('parks its city for a day, and no other', async () => {
    await world.follow(20, 60);
    world.upstream.setFaults([{ fault: { kind: 'STATUS', status: 404 }, near: world.placeOf(5) }]);
    const result = await world.fetch();
    expect(result).toEqual({
      status: 'PARTIAL',
      error: '1 city gave no weather. OpenWeatherMap answered 404 for city 5: simulated error 404.',
    });
    const timesAsked = (): number => asked().filter((id) => id === 5).length;
    for (let hour = 1; hour <= 23; hour += 1) {
      await world.letPass(60);
      await world.fetch();
    }
    expect(timesAsked()).toBe(1);
    expect(asked()).toHaveLength(19 * 24 + 1);
    await world.letPass(61);
    await world.fetch();
    expect(timesAsked()).toBe(2);
  });
});
