import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { StopRequestedError } from '../../database/fence.js';
import { DAY, HOUR, MINUTE } from '../../domain/time.js';
import type { ActiveRun } from '../active-run.js';
import { TestWorld, until } from '../testkit.js';
import { backfill } from './backfill.js';
import { CALLS, EVERYTHING, landed, WINDOW } from './testkit.js';

let world: TestWorld;
let before: number;
beforeAll(async () => (world = await TestWorld.open()));
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  await world.follow(2);
  before = world.calls().length;
});

const asked = (): number[] => world.asked(before);
const begin = (): Promise<ActiveRun> => world.request({ job: 'BACKFILL', window: WINDOW });

describe('An archive', () => {
  /** Milliseconds to the next full hour or day. */
  const untilNext = (period: number): number => period - (Date.now() % period);

  test.each([
    ['Minutely API request limit exceeded. Please try again in one minute.', () => MINUTE],
    ['Hourly API request limit exceeded. Please try again in the next hour.', () => untilNext(HOUR)],
    ['Daily API request limit exceeded. Please try again tomorrow.', () => untilNext(DAY)],
  ])('that says "%s" is left alone for as long, and the call is not lost', async (reason, wait) => {
    const body = JSON.stringify({ error: true, reason });
    world.upstream.setFaults([{ fault: { kind: 'STATUS', status: 429, body }, after: 2 }]);
    const run = await begin();
    const expected = [wait()];
    const filling = backfill(world.archive(), run);
    await until(async () => (await world.pausedMinutes()) > 0);
    expected.push(wait());
    const paused = (await world.pausedMinutes()) * MINUTE;
    expect(Math.min(...expected.map((length) => Math.abs(paused - length)))).toBeLessThan(15_000);
    expect(asked()).toEqual([1, 2, 1]);
    run.requestStop();
    await expect(filling).rejects.toThrow(StopRequestedError);
    await run.release();
    world.upstream.setFaults([]);
    await world.letPass(paused / MINUTE + 1);
    expect(await backfill(world.archive(), await world.take('BACKFILL'))).toEqual({ status: 'SUCCEEDED' });
    expect(await landed(world)).toEqual(EVERYTHING);
  });

  test('that has no answer to one call is asked three times, and then for the rest', async () => {
    world.upstream.setFaults([{ fault: { kind: 'STATUS', status: 500 }, after: 1, times: 3 }]);
    const run = await begin();
    expect(await backfill(world.archive(), run)).toEqual({
      status: 'PARTIAL',
      error: '1 of 6 calls gave no history. Open-Meteo answered 500 for city 2: simulated error 500.',
    });
    expect(await landed(world)).toEqual(EVERYTHING.filter((_, index) => index !== 1));
    expect(await world.pausedMinutes()).toBe(0);
  });

  test('that refuses a call is not asked again for it', async () => {
    world.upstream.setFaults([{ fault: { kind: 'STATUS', status: 400 }, after: 1, times: 1 }]);
    const run = await begin();
    const { status, error } = await backfill(world.archive(), run);
    expect(status).toBe('PARTIAL');
    expect(error).toContain('1 of 6 calls gave no history. Open-Meteo answered 400 for city 2');
    expect(asked()).toHaveLength(CALLS);
  });

  test('that is down is left alone, and loses no call: afterwards it is asked for all of them', async () => {
    world.upstream.setFaults([{ fault: { kind: 'RESET' }, after: 1 }]);
    const run = await begin();
    const filling = backfill(world.archive(), run);
    await until(async () => (await world.pausedMinutes()) > 0);
    // Three calls in a row, three times each.
    expect(asked()).toEqual([1, 2, 2, 2, 1, 1, 1, 2, 2, 2]);
    run.requestStop();
    await expect(filling).rejects.toThrow(StopRequestedError);
    await run.release();
    world.upstream.setFaults([]);
    await world.letPass(1);
    expect(await backfill(world.archive(), await world.take('BACKFILL'))).toEqual({ status: 'SUCCEEDED' });
    expect(await landed(world)).toEqual(EVERYTHING);
  });
});
