import type { Pool } from 'pg';
import { API_LIMITS, openPool } from '../../database/pool.js';
import { createLogger } from '../../logger.js';
import { testDatabase } from '../../testing/database.js';
import type { Governor } from './governor.js';
import type { Permit, Verdict } from './verdict.js';

/** A database of the test file's own, with as many pools as there are processes. */
export async function testReplicas(count: number): Promise<{ pools: Pool[]; close: () => Promise<void> }> {
  const database = await testDatabase();
  const pools = Array.from({ length: count }, () =>
    openPool(database.url, API_LIMITS, createLogger('silent')),
  );
  return {
    pools,
    close: async () => {
      await Promise.all(pools.map((pool) => pool.end()));
      await database.drop();
    },
  };
}

export const granted = (verdict: Verdict): number => (verdict.kind === 'GRANTED' ? verdict.calls : 0);

/** @throws when the governor says anything but yes */
export async function permitOf(governor: Governor, calls = 1): Promise<Permit> {
  const verdict = await governor.ask(calls);
  if (verdict.kind !== 'GRANTED') throw new Error(`expected a permit, not ${verdict.kind}`);
  return verdict;
}

/** Lets time pass for a pause and for what was let through, as the database sees it. */
export async function letPass(pool: Pool, milliseconds: number): Promise<void> {
  const past = `make_interval(secs => ${milliseconds / 1000})`;
  await pool.query(
    `UPDATE source_states SET paused_until = paused_until - ${past}, updated_at = updated_at - ${past}`,
  );
  await pool.query(`UPDATE call_reservations SET at = at - ${past}`);
}
