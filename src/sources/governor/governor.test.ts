import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { API_LIMITS, openPool } from '../../database/pool.js';
import { createLogger } from '../../logger.js';
import { testDatabase, type TestDatabase } from '../../testing/database.js';
import { Governor, THROTTLED_PAUSE, UNAVAILABLE_PAUSE, type Verdict } from './governor.js';

let pool: Pool;
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  pool = openPool(database.url, API_LIMITS, createLogger('silent'));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(() => pool.query('TRUNCATE source_states, call_reservations, quota_usage'));

const granted = (verdict: Verdict): number => (verdict.kind === 'GRANTED' ? verdict.calls : 0);

async function monthsUse(): Promise<number> {
  const { rows } = await pool.query<{ calls: number }>(
    `SELECT calls FROM quota_usage WHERE period = to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM')`,
  );
  return rows[0]?.calls ?? 0;
}

describe('Governor', () => {
  test('grants no more than the minute allows, however many processes ask at once', async () => {
    const replica = (): Governor => new Governor(pool, 'OPENWEATHERMAP', { perMinute: 55, perMonth: 1000 });
    const replicas = [replica(), replica(), replica()];
    const asking = Array.from({ length: 10 }, () => replicas.map((governor) => governor.ask(7)));
    const verdicts = await Promise.all(asking.flat());
    const sum = verdicts.reduce((total, verdict) => total + granted(verdict), 0);
    expect(sum).toBe(55);
    expect(await monthsUse()).toBe(55);
  });

  test('says how long to wait when the minute is full, and grants again once it has passed', async () => {
    const governor = new Governor(pool, 'OPENWEATHERMAP', { perMinute: 10 });
    expect(granted(await governor.ask(10))).toBe(10);
    const full = await governor.ask(1);
    expect(full).toMatchObject({ kind: 'WAIT' });
    expect(full.kind === 'WAIT' && full.wait).toBeGreaterThan(30_000);
    // Let a minute pass for the database: what was let through happened 63 seconds ago.
    await pool.query(`UPDATE call_reservations SET at = at - interval '63 seconds'`);
    expect(granted(await governor.ask(4))).toBe(4);
  });

  test('never passes the month, and says when it begins anew', async () => {
    const governor = new Governor(pool, 'OPENWEATHERMAP', { perMinute: 1000, perMonth: 30 });
    expect(granted(await governor.ask(25))).toBe(25);
    expect(granted(await governor.ask(25))).toBe(5);
    const verdict = await governor.ask(1);
    expect(verdict.kind).toBe('EXHAUSTED');
    expect(verdict.kind === 'EXHAUSTED' && verdict.resetsAt.toISOString()).toMatch(/-01T00:00:00\.000Z$/);
    expect(await monthsUse()).toBe(30);
  });

  test('counts weighted calls by their weight', async () => {
    const governor = new Governor(pool, 'OPEN_METEO', { perMinute: 100, perDay: 10 });
    expect(granted(await governor.ask(9, 2.5))).toBe(4);
    expect((await governor.ask(1, 2.5)).kind).toBe('EXHAUSTED');
  });

  test('takes back what was granted and not used', async () => {
    const governor = new Governor(pool, 'OPENWEATHERMAP', { perMinute: 10, perMonth: 100 });
    const permit = await governor.ask(10);
    if (permit.kind !== 'GRANTED') throw new Error('expected a permit');
    await governor.refund(permit, 6);
    expect(await monthsUse()).toBe(4);
    expect(granted(await governor.ask(10))).toBe(6);
  });

  test('obeys the pause upstream asked for on every replica, and keeps a longer one that stands', async () => {
    const [one, other] = [1, 2].map(() => new Governor(pool, 'OPENWEATHERMAP', { perMinute: 10 }));
    await one?.pause({ wait: 120_000, ...THROTTLED_PAUSE, reason: 'too many calls' });
    await one?.pause({ wait: 30_000, ...THROTTLED_PAUSE, reason: 'too many calls' });
    const verdict = await other?.ask(1);
    expect(verdict).toMatchObject({ kind: 'PAUSED', reason: 'too many calls' });
    expect(verdict?.kind === 'PAUSED' && verdict.wait).toBeGreaterThan(100_000);
  });

  test('doubles a pause with each failure up to a cap, and lets one call probe after it', async () => {
    const governor = new Governor(pool, 'OPENWEATHERMAP', { perMinute: 50 });
    const lengths: number[] = [];
    for (let failure = 0; failure < 7; failure += 1) {
      await pool.query(`UPDATE source_states SET paused_until = NULL`);
      const until = await governor.pause({ wait: null, ...UNAVAILABLE_PAUSE, reason: 'no answer' });
      const { rows } = await pool.query<{ seconds: number }>(
        `SELECT round(extract(epoch FROM $1::timestamptz - updated_at))::int AS seconds FROM source_states`,
        [until],
      );
      lengths.push(rows[0]?.seconds ?? 0);
    }
    expect(lengths).toEqual([30, 60, 120, 240, 480, 600, 600]);
    await pool.query(`UPDATE source_states SET paused_until = now() - interval '1 second'`);
    expect(granted(await governor.ask(25))).toBe(1);
    await governor.recover();
    expect(granted(await governor.ask(25))).toBe(25);
  });
});
