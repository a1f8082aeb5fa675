import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../database/transaction.js';
import { MINUTE, SECOND } from '../../domain/time.js';
import { Governor } from './governor.js';
import { archiveLimits, quotaLimits, type QuotaLimits } from './limits.js';
import { granted, letPass, permitOf, testReplicas } from './testkit.js';

let pools: Pool[];
let close: () => Promise<void>;
beforeAll(async () => ({ pools, close } = await testReplicas(3)));
afterAll(() => close());
beforeEach(() => pool().query('TRUNCATE source_states, call_reservations, quota_usage'));

function pool(): Pool {
  const [first] = pools;
  if (!first) throw new Error('no pool');
  return first;
}

const governor = (limits: QuotaLimits): Governor => new Governor(pool(), 'OPENWEATHERMAP', limits);

async function monthsUse(): Promise<number> {
  const { rows } = await pool().query<{ calls: number }>(
    `SELECT calls FROM quota_usage WHERE period = to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM')`,
  );
  return rows[0]?.calls ?? 0;
}

describe('Governor', () => {
  test('grants no more than the minute allows, however many processes ask at once', async () => {
    const limits = { perMinute: 55, perMonth: 1000 };
    const replicas = pools.map((replica) => new Governor(replica, 'OPENWEATHERMAP', limits));
    const asking = Array.from({ length: 10 }, () => replicas.map((replica) => replica.ask(7)));
    const verdicts = await Promise.all(asking.flat());
    expect(verdicts.reduce((total, verdict) => total + granted(verdict), 0)).toBe(55);
    expect(await monthsUse()).toBe(55);
  });

  test('says how long to wait when the minute is full, and grants again once it has passed', async () => {
    const tight = governor({ perMinute: 10 });
    expect(granted(await tight.ask(10))).toBe(10);
    const full = await tight.ask(1);
    expect(full.kind === 'WAIT' && full.wait).toBeGreaterThan(30_000);
    // What was let through happened a minute and the two seconds of its way ago.
    await letPass(pool(), 62 * SECOND);
    expect(granted(await tight.ask(4))).toBe(4);
  });

  test('never passes the month, whoever asks, and says when it begins anew', async () => {
    const limits = { perMinute: 1000, perMonth: 30 };
    const replicas = pools.map((replica) => new Governor(replica, 'OPENWEATHERMAP', limits));
    const verdicts = await Promise.all(replicas.flatMap((replica) => [replica.ask(7), replica.ask(7)]));
    expect(verdicts.reduce((total, verdict) => total + granted(verdict), 0)).toBe(30);
    const verdict = await governor(limits).ask(1);
    expect(verdict.kind === 'EXHAUSTED' && verdict.resetsAt.toISOString()).toMatch(/-01T00:00:00\.000Z$/);
    expect(await monthsUse()).toBe(30);
  });

  test('names the latest of the periods that are used up', async () => {
    const limits = { perMinute: 100, perHour: 5, perDay: 5, perMonth: 100 };
    expect(granted(await governor(limits).ask(9))).toBe(5);
    const verdict = await governor(limits).ask(1);
    expect(verdict.kind === 'EXHAUSTED' && verdict.resetsAt.toISOString()).toMatch(/T00:00:00\.000Z$/);
    // Here the day has room, and the hour has none.
    const hour = await governor({ ...limits, perDay: 100 }).ask(1);
    expect(hour.kind === 'EXHAUSTED' && +hour.resetsAt - Date.now()).toBeLessThanOrEqual(60 * MINUTE);
  });

  test('counts weighted calls by their weight, and refuses one that no limit would ever let through', async () => {
    const weighing = governor({ perMinute: 100, perDay: 10, liveWeight: 1.5 });
    expect(granted(await weighing.ask(9, 2.5))).toBe(4);
    expect((await weighing.ask(1, 2.5)).kind).toBe('EXHAUSTED');
    await expect(weighing.ask(1, 11)).rejects.toThrow('counts 11, but its limits allow 10 at most');
    await pool().query('TRUNCATE quota_usage');
    expect(granted(await weighing.ask(9))).toBe(6);
  });

  test('keeps half of a quota for live weather where history comes from the same source', async () => {
    const limits = { perMinute: 100, perHour: 50, perDay: 10 };
    const sources = { ...quotaLimits({ CALLS_PER_MINUTE: 1, CALLS_PER_MONTH: 1 }), OPEN_METEO: limits };
    const modest = governor(archiveLimits(sources, 'OPEN_METEO', 'OPEN_METEO'));
    expect(granted(await modest.ask(9))).toBe(5);
    expect((await modest.ask(1)).kind).toBe('EXHAUSTED');
    expect(granted(await governor(limits).ask(9))).toBe(5);
    expect(archiveLimits(sources, 'OPEN_METEO', 'OPENWEATHERMAP')).toBe(limits);
  });

  test('takes back what was granted and not used', async () => {
    const refunding = governor({ perMinute: 10, perMonth: 100 });
    await refunding.refund(await permitOf(refunding, 10), 6);
    expect(await monthsUse()).toBe(4);
    expect(granted(await refunding.ask(10))).toBe(6);
  });

  test('waits for a frozen neighbour instead of failing', async () => {
    const patient = governor({ perMinute: 10 });
    await patient.ask(1);
    const asking = await transaction(pool(), async (frozen) => {
      await frozen.query('SELECT FROM source_states FOR UPDATE');
      const begun = { verdict: patient.ask(1) };
      // Longer than the lock timeout.
      await sleep(2_500);
      return begun;
    });
    expect(granted(await asking.verdict)).toBe(1);
  });
});
