import type { Pool } from 'pg';
import { run, sqlFile, type Queryable } from '../../database/sql.js';
import type { Place } from '../../domain/observation.js';
import type { SourceName } from '../../domain/source.js';
import { MINUTE, SECOND } from '../../domain/time.js';

const CLAIM = sqlFile(import.meta.url, 'claim-due-cities.sql');
const COUNT = sqlFile(import.meta.url, 'count-due-cities.sql');
const SETTLE = sqlFile(import.meta.url, 'settle-cities.sql');

/** A batch waits a minute for permits and some seconds for answers; a dead process's claim ends after this. */
const CLAIM_LENGTH = 3 * MINUTE;

/** Which cities a fetch asks for. */
export interface FetchScope {
  source: SourceName;
  /** Only these; all tracked ones when null. */
  cityIds: number[] | null;
  /** Null: those that are due. Else those not fetched since, due or not: a refresh. */
  fetchedBefore: Date | null;
}

export type CityOutcome = 'ANSWERED' | 'REFUSED' | 'UNAVAILABLE' | 'UNUSED';

/** Takes the most overdue cities for this process. */
export async function claimCities(pool: Pool, scope: FetchScope, limit: number): Promise<Place[]> {
  const values = [scope.source, limit, CLAIM_LENGTH / SECOND, scope.cityIds, scope.fetchedBefore];
  const { rows } = await run<{ city_id: number; latitude: number; longitude: number }>(pool, CLAIM, values);
  return rows.map((row) => ({ cityId: row.city_id, latitude: row.latitude, longitude: row.longitude }));
}

export async function countCities(pool: Pool, scope: FetchScope): Promise<number> {
  const { rows } = await run<{ due: number }>(pool, COUNT, [
    scope.source,
    scope.cityIds,
    scope.fetchedBefore,
  ]);
  return rows[0]?.due ?? 0;
}

/**
 * Writes down how calls ended and when each city is due again.
 * @param stretch factor on the intervals, from the quota plan
 */
export async function settleCities(
  db: Queryable,
  outcomes: Map<number, CityOutcome>,
  stretch: number,
): Promise<void> {
  if (outcomes.size === 0) return;
  await run(db, SETTLE, [[...outcomes.keys()], [...outcomes.values()], stretch]);
}
