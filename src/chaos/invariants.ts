import type pg from 'pg';
import { expect } from 'vitest';
import { rebuild } from '../transform/rebuild.js';

/** As the programs keep them, by default. */
export const WINDOWS = [5, 24];
export const noFence = (): Promise<void> => Promise.resolve();

/** Tables that follow from the observations, without the moment at which they were computed. */
export const DERIVED = ['hourly_summaries', 'daily_summaries', 'moving_averages'] as const;

/** A table's rows as text, in order, without some columns. */
export async function dump(pool: pg.Pool, table: string, without: readonly string[] = []): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(
    `SELECT $2 || (to_jsonb(t) - $1::text[])::text AS line FROM ${table} AS t ORDER BY 1`,
    [without, `${table} `],
  );
  return rows.map(({ line }) => line);
}

export async function derived(pool: pg.Pool): Promise<string[]> {
  const dumps = await Promise.all(DERIVED.map((table) => dump(pool, table, ['summarised_at'])));
  return dumps.flat();
}

/** I1: every landed payload was read, and each city's instant is there once, with its payload. */
export async function nothingLostOrDoubled(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    `SELECT (SELECT count(*)::int FROM payloads WHERE state = 'PENDING') AS unread,
            (SELECT count(*)::int FROM observations AS o
              WHERE NOT EXISTS (SELECT FROM payloads AS p WHERE (p.city_id, p.id) = (o.city_id, o.payload_id))) AS orphans,
            (SELECT count(*) - count(DISTINCT (city_id, observed_at, source)) FROM observations)::int AS doubled,
            (SELECT count(*)::int FROM runs WHERE status = 'ABANDONED') AS abandoned`,
  );
  expect(rows[0]).toEqual({ unread: 0, orphans: 0, doubled: 0, abandoned: 0 });
}

/** I2: summaries are what a full recomputation makes of the observations. */
export async function summariesAreTrue(pool: pg.Pool): Promise<void> {
  const before = await derived(pool);
  await rebuild(pool, { windows: WINDOWS, fence: noFence });
  expect(await derived(pool)).toEqual(before);
  expect(before.length).toBeGreaterThan(0);
}

/** I3: no run says that it works while its owner has been silent for longer than a lease. */
export async function noDeadRuns(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    `SELECT id, job, owner FROM runs WHERE status = 'RUNNING' AND lease_until < now() - interval '5 seconds'`,
  );
  expect(rows).toEqual([]);
}

/** I4: these words are in no table, neither as text nor as bytes. */
export async function nowhereInTables(pool: pg.Pool, words: readonly string[]): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'cities'`,
  );
  const needles = words.flatMap((word) => [word, Buffer.from(word).toString('hex')]);
  for (const { name } of rows) {
    const text = `SELECT count(*)::int AS hits FROM ${name} AS t WHERE t::text LIKE ANY ($1::text[])`;
    const found = await pool.query<{ hits: number }>(text, [needles.map((needle) => `%${needle}%`)]);
    expect({ table: name, hits: found.rows[0]?.hits }).toEqual({ table: name, hits: 0 });
  }
}
