import type pg from 'pg';
import { expect } from 'vitest';
import { JOB_LIMITS, openPool } from '../database/pool.js';
import { loadPending } from '../load/load-pending.js';
import { createLogger } from '../logger.js';
import { parsePayload, parserVersion } from '../sources/parse.js';
import { testDatabase } from '../testing/database.js';
import { transformStale } from '../transform/transform-stale.js';
import { derived, dump, noFence, WINDOWS } from './invariants.js';

/**
 * Loads and summarises the same landed answers once more, in a database of their own where nobody is killed, and
 * expects the same values.
 */
export async function equalsUnkilledTwin(pool: pg.Pool): Promise<void> {
  const database = await testDatabase();
  const twin = openPool(database.url, JOB_LIMITS, createLogger('silent'));
  try {
    for (const table of ['cities', 'tracked_cities', 'payloads']) await copyTable(pool, twin, table);
    await twin.query(`UPDATE payloads SET state = 'PENDING', loaded_at = NULL, parser_version = NULL`);
    await loadPending(twin, { parse: parsePayload, parserVersion, fence: noFence, runId: '1' });
    await transformStale(twin, { windows: WINDOWS, fence: noFence });
    expect(await values(pool)).toEqual(await values(twin));
  } finally {
    await twin.end();
    await database.drop();
  }
}

async function values(pool: pg.Pool): Promise<string[]> {
  return [
    ...(await dump(pool, 'observations', ['loaded_at'])),
    ...(await dump(pool, 'latest_observations')),
    ...(await dump(pool, 'rejects', ['id', 'run_id', 'at'])),
    ...(await derived(pool)),
  ];
}

async function copyTable(from: pg.Pool, to: pg.Pool, table: string): Promise<void> {
  const { rows } = await from.query<{ rows: unknown }>(`SELECT jsonb_agg(t) AS rows FROM ${table} AS t`);
  await to.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
    JSON.stringify(rows[0]?.rows ?? []),
  ]);
}
