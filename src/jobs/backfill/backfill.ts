import type { Pool } from 'pg';
import { run as runStatement, sqlFile } from '../../database/sql.js';
import { LostLeaseError } from '../../database/fence.js';
import type { Place } from '../../domain/observation.js';
import type { Governor } from '../../sources/governor/governor.js';
import type { WeatherArchive } from '../../sources/source.js';
import type { ActiveRun } from '../active-run.js';
import type { JobResult } from '../worker.js';
import { Chunks } from './chunks.js';
import { Filling } from './filling.js';

const FIX_CITIES = sqlFile(import.meta.url, 'fix-cities.sql');
const PLACES = sqlFile(import.meta.url, 'places.sql');

export interface BackfillDependencies {
  pool: Pool;
  archive: WeatherArchive;
  governor: Governor;
  /** What one call over so many days counts with the source. */
  weigh: (days: number) => number;
}

/**
 * Asks an archive for the history of cities, one call a city and month, newest first. An owner that dies or
 * stops is followed by one that goes on at the same call.
 */
export async function backfill(deps: BackfillDependencies, run: ActiveRun): Promise<JobResult> {
  const { window, requestedAt } = run.row;
  if (!window) return { status: 'FAILED', error: 'A backfill needs a window: from and to.' };
  const places = await placesOf(deps.pool, run);
  const chunks = new Chunks([...places.keys()], window, requestedAt);
  if (chunks.count === 0) {
    return {
      status: 'FAILED',
      error: `There is nothing to ask for: ${places.size} cities, from ${window.from.toISOString()} to ${window.to.toISOString()}, of which archives have 1940 to today.`,
    };
  }
  return new Filling(deps, run, chunks, places).fill();
}

async function placesOf(pool: Pool, run: ActiveRun): Promise<Map<number, Place>> {
  const { id, attempt } = run.row;
  const { rows: fixed } = await runStatement<{ city_ids: number[] }>(pool, FIX_CITIES, [id, attempt]);
  if (!fixed[0]) throw new LostLeaseError(id);
  const { rows } = await runStatement<Place & Record<string, number>>(pool, PLACES, [fixed[0].city_ids]);
  return new Map(rows.map((place) => [place.cityId, place]));
}
