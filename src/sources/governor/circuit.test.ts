import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../domain/time.js';
import { Governor } from './governor.js';
import { granted, letPass, permitOf, testReplicas } from './testkit.js';
import { THROTTLED_PAUSE, UNAVAILABLE_PAUSE } from './verdict.js';

const DOWN = { wait: null, ...UNAVAILABLE_PAUSE, reason: 'no answer' };

let pools: Pool[];
let close: () => Promise<void>;
let one: Governor;
let other: Governor;

beforeAll(async () => {
  ({ pools, close } = await testReplicas(2));
  const replicas = pools.map((pool) => new Governor(pool, 'OPENWEATHERMAP', { perMinute: 50 }));
  if (!replicas[0] || !replicas[1]) throw new Error('no replicas');
  [one, other] = [replicas[0], replicas[1]];
});
afterAll(() => close());
beforeEach(() => first().query('TRUNCATE source_states, call_reservations, quota_usage'));

function first(): Pool {
  if (!pools[0]) throw new Error('no pool');
  return pools[0];
}

/** Seconds that the pause was meant to last which another replica hears of; 0 when it hears of none. */
async function pause(): Promise<number> {
  if ((await other.ask(1)).kind !== 'PAUSED') return 0;
  const { rows } = await first().query<{ seconds: number }>(
    'SELECT round(extract(epoch FROM paused_until - updated_at))::int AS seconds FROM source_states',
  );
  return rows[0]?.seconds ?? 0;
}

describe('A pause', () => {
  test('is obeyed on every replica, and a longer one that stands already stays with its reason', async () => {
    await one.pause({ wait: 2 * MINUTE, ...THROTTLED_PAUSE, reason: 'too many calls' });
    await one.pause({ wait: 30 * SECOND, ...THROTTLED_PAUSE, reason: 'something else' });
    const verdict = await other.ask(1);
    expect(verdict).toMatchObject({ kind: 'PAUSED', reason: 'too many calls' });
    expect(verdict.kind === 'PAUSED' && verdict.wait).toBeGreaterThan(100_000);
  });

  test('doubles with each failure in a row up to a cap', async () => {
    const lengths: number[] = [];
    for (let failure = 0; failure < 7; failure += 1) {
      await one.pause(DOWN);
      lengths.push(await pause());
      await letPass(first(), 20 * MINUTE);
    }
    expect(lengths).toEqual([30, 60, 120, 240, 480, 600, 600]);
  });

  test('does not double for calls that were under way when it began', async () => {
    await one.pause(DOWN);
    await other.pause(DOWN);
    const { failures } = await one.pause(DOWN);
    expect(failures).toBe(1);
    expect(await pause()).toBe(30);
  });

  test('is not ended by an answer to a call from before it', async () => {
    const early = await permitOf(one);
    await other.pause(DOWN);
    await one.recover(early);
    expect(await pause()).toBe(30);
  });

  test('for a used-up quota is no failure: afterwards calls go on as before', async () => {
    await one.pause({ wait: MINUTE, ...THROTTLED_PAUSE, reason: 'used up', failure: false });
    expect(await pause()).toBe(60);
    await letPass(first(), MINUTE);
    expect(granted(await one.ask(25))).toBe(25);
  });
});

describe('After a pause', () => {
  beforeEach(async () => {
    await one.pause(DOWN);
    await letPass(first(), MINUTE);
  });

  test('one call goes ahead, and every replica waits for its end', async () => {
    const verdicts = await Promise.all([one.ask(25), other.ask(25), one.ask(25)]);
    expect(verdicts.map(({ kind }) => kind).sort()).toEqual(['GRANTED', 'WAIT', 'WAIT']);
    expect(verdicts.reduce((sum, verdict) => sum + granted(verdict), 0)).toBe(1);
  });

  test('all calls go on once that one is answered', async () => {
    const probe = await permitOf(one, 25);
    await one.recover(probe);
    expect(granted(await other.ask(25))).toBe(25);
  });

  test('the next pause is twice as long if that one fails', async () => {
    await permitOf(one, 25);
    await one.pause(DOWN);
    expect(await pause()).toBe(60);
  });

  test('an answer that comes late does not end the pause of a later failure', async () => {
    const probe = await permitOf(one, 25);
    await other.pause(DOWN);
    await one.recover(probe);
    expect(await pause()).toBe(60);
  });

  test('another goes ahead if nothing is heard of that one', async () => {
    await permitOf(one, 25);
    expect((await other.ask(1)).kind).toBe('WAIT');
    await letPass(first(), 70 * SECOND);
    expect(granted(await other.ask(1))).toBe(1);
  });

  test('another goes ahead if that one was never made', async () => {
    await one.refund(await permitOf(one, 25), 1);
    expect(granted(await other.ask(1))).toBe(1);
  });
});
