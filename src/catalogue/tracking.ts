import type { Pool } from 'pg';
import { run, sqlFile, type Queryable } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import type { SourceName } from '../domain/source.js';
import { InvalidInputError } from '../errors.js';
import { parseTrackSpec } from './track-spec.js';

export interface TrackingOptions {
  source: SourceName;
  intervalMinutes: number;
  /** Who asked, for the audit in tracking_changes. */
  by: string;
}

export interface Tracked {
  /** Followed from now on, or followed before and now with these options; ascending. */
  cityIds: number[];
  /** Asked for, but in no row of `cities`. */
  unknownIds: number[];
  /** Countries without a place whose population is known. */
  emptyCountries: string[];
}

const TRACK = sqlFile(import.meta.url, 'track-cities.sql');
const UNTRACK = sqlFile(import.meta.url, 'untrack-cities.sql');
const CLAIM_SEEDING = sqlFile(import.meta.url, 'claim-seeding.sql');

/**
 * Follows cities: they are due at once. For those followed already source and interval change, and a pause ends.
 * @param selection city ids, or a selector such as "US:50,2643743"
 * @throws InvalidInputError a selector that cannot be read
 */
export async function track(
  db: Queryable,
  selection: string | readonly number[],
  options: TrackingOptions,
): Promise<Tracked> {
  const { ids, largest } =
    typeof selection === 'string' ? parseTrackSpec(selection) : { ids: selection, largest: [] };
  const { rows } = await run<Tracked>(db, TRACK, [
    ids,
    largest.map(({ country }) => country),
    largest.map(({ count }) => count),
    options.source,
    options.intervalMinutes,
    options.by,
  ]);
  return rows[0] ?? { cityIds: [], unknownIds: [], emptyCountries: [] };
}

/**
 * Follows cities no longer; what is known of them stays.
 * @param by who asked, for the audit in tracking_changes
 * @returns the ids that were followed, ascending
 */
export async function untrack(db: Queryable, cityIds: readonly number[], by: string): Promise<number[]> {
  const { rows } = await run<{ id: number }>(db, UNTRACK, [cityIds, by]);
  return rows.map(({ id }) => id);
}

/**
 * Follows the configured cities on a warehouse's very first start, and never again: an operator who has since
 * stopped following them all does not get them back. Safe when several replicas start at once.
 * @returns null when this was done before, or cities were followed by hand before the first start
 * @throws InvalidInputError a selector that cannot be read, or that chooses nothing
 */
export async function seedTracking(
  pool: Pool,
  selector: string,
  options: TrackingOptions,
): Promise<Tracked | null> {
  return transaction(pool, async (client) => {
    const { rows } = await run<{ empty: boolean }>(client, CLAIM_SEEDING, [selector]);
    if (rows[0]?.empty !== true) return null;
    const tracked = await track(client, selector, options);
    if (tracked.cityIds.length > 0) return tracked;
    // Thrown away with the transaction, so that the next start tries again.
    throw new InvalidInputError(`The selector ${JSON.stringify(selector)} chooses no place of the catalogue`);
  });
}
