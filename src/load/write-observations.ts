import type { PoolClient } from 'pg';
import { OBSERVATIONS_ADDED_CHANNEL, packKeys } from '../database/live-channels.js';
import { run, sqlFile } from '../database/sql.js';
import { literal, observationColumns, observationRows, type ObservationRow } from './columns.js';
import type { ReadPayload } from './read-payload.js';

const UPSERT = sqlFile(import.meta.url, 'upsert-observations.sql');
const WITHDRAW = sqlFile(import.meta.url, 'withdraw-observations.sql');
const KEEP_LATEST = sqlFile(import.meta.url, 'keep-latest.sql');
const KEEP_LAST_OBSERVED = sqlFile(import.meta.url, 'keep-last-observed.sql');

export interface WrittenObservations {
  inserted: number;
  updated: number;
  unchanged: number;
}

/**
 * Writes a batch's observations with all that hangs on them: marks of stale hours, and the pointers to the latest.
 * Gone afterwards are observations that an earlier reading made of these payloads and this one does not.
 */
export async function writeObservations(
  client: PoolClient,
  batch: readonly ReadPayload[],
): Promise<WrittenObservations> {
  const rows = observationRows(batch);
  const withdrawn = await withdraw(client, batch, rows);
  const { inserted, updated, live } = await upsert(client, rows);
  if (live.length > 0) await tellSubscribers(client, live);
  if (rows.length + withdrawn.length > 0) await keepLatest(client, rows, withdrawn);
  return { inserted, updated, unchanged: rows.length - inserted - updated };
}

/** @returns the cities that lost observations */
async function withdraw(
  client: PoolClient,
  batch: readonly ReadPayload[],
  rows: readonly ObservationRow[],
): Promise<number[]> {
  const again = batch.filter((payload) => payload.readBefore);
  if (again.length === 0) return [];
  const found = rows.filter(({ payload }) => payload.readBefore);
  const { rows: cities } = await run<{ city_id: number }>(client, WITHDRAW, [
    [...new Set(again.map(({ cityId }) => cityId))],
    again.map(({ id }) => id),
    literal(found, ({ payload }) => payload.cityId),
    literal(found, ({ payload }) => payload.id),
    literal(found, ({ observed }) => observed.observedAt.toISOString()),
  ]);
  return cities.map((city) => city.city_id);
}

async function upsert(
  client: PoolClient,
  rows: readonly ObservationRow[],
): Promise<{ inserted: number; updated: number; live: string[] }> {
  const none = { inserted: 0, updated: 0, live: [] };
  if (rows.length === 0) return none;
  const { rows: counts } = await run<{ inserted: number; updated: number; live: string[] }>(
    client,
    UPSERT,
    observationColumns(rows),
  );
  return counts[0] ?? none;
}

/** PostgreSQL passes notifications on when the transaction commits, and drops them with it. */
async function tellSubscribers(client: PoolClient, keys: readonly string[]): Promise<void> {
  await client.query({
    name: 'observations-added',
    text: 'SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload',
    values: [OBSERVATIONS_ADDED_CHANNEL, packKeys(keys)],
  });
}

async function keepLatest(
  client: PoolClient,
  rows: readonly ObservationRow[],
  withdrawn: readonly number[],
): Promise<void> {
  const newest = newestOfEach(rows);
  await run(client, KEEP_LATEST, [
    literal(newest, ({ payload }) => payload.cityId),
    literal(newest, ({ payload }) => payload.source),
    literal(newest, ({ observed }) => observed.observedAt.toISOString()),
    withdrawn,
  ]);
  const cities = new Set([...newest.map(({ payload }) => payload.cityId), ...withdrawn]);
  await run(client, KEEP_LAST_OBSERVED, [[...cities]]);
}

/** The newest observation of each city and source: one in hundreds of an archive's. */
function newestOfEach(rows: readonly ObservationRow[]): ObservationRow[] {
  const newest = new Map<string, ObservationRow>();
  for (const row of rows) {
    const key = `${row.payload.cityId} ${row.payload.source}`;
    const other = newest.get(key);
    if (!other || other.observed.observedAt < row.observed.observedAt) newest.set(key, row);
  }
  return [...newest.values()];
}
