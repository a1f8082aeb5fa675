import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { run as runStatement, sqlFile } from '../../database/sql.js';
import { transaction } from '../../database/transaction.js';
import type { Place } from '../../domain/observation.js';
import { MINUTE } from '../../domain/time.js';
import { savePayloads } from '../../landing/save-payloads.js';
import { isFresh, type Governor, type Permit } from '../../sources/governor/governor.js';
import type { CallOutcome, WeatherArchive } from '../../sources/source.js';
import type { ActiveRun } from '../active-run.js';
import { pauseFor } from '../fetch/trouble.js';
import type { JobResult } from '../worker.js';
import { chunksOf, daysOf, type Chunk } from './chunks.js';

const PLACES = sqlFile(import.meta.url, 'places.sql');
/** Times a chunk is asked for before the run moves on without it. */
const TRIES = 3;

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
  if (!run.row.window) return { status: 'FAILED', error: 'A backfill needs a window: from and to.' };
  const places = await placesOf(deps.pool, run.row.parameters.cityIds ?? null);
  const chunks = chunksOf([...places.keys()], run.row.window);
  const failures: string[] = [];
  for (let done = run.row.progressDone; done < chunks.length; done += 1) {
    run.progress(done, chunks.length);
    const chunk = chunks[done];
    const place = chunk && places.get(chunk.cityId);
    if (!chunk || !place) continue;
    const failure = await fill(deps, run, chunk, place);
    if (failure) failures.push(failure);
  }
  run.progress(chunks.length, chunks.length);
  if (failures.length === 0) return { status: 'SUCCEEDED' };
  return {
    status: 'PARTIAL',
    error: `${failures.length} calls gave no history. ${failures.slice(0, 5).join(' ')}`,
  };
}

/** @returns a sentence when the chunk could not be had */
async function fill(
  deps: BackfillDependencies,
  run: ActiveRun,
  chunk: Chunk,
  place: Place,
): Promise<string | null> {
  let detail = '';
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    await permitFor(deps, run, daysOf(chunk.span));
    const outcome = await deps.archive.archive(place, chunk.span);
    await land(deps, run, chunk, outcome);
    if (outcome.kind === 'ANSWERED') {
      await deps.governor.recover();
      return null;
    }
    detail = outcome.detail;
    if (outcome.kind === 'REFUSED') return detail;
    // Waited out by the next permit; a pause is no try of this chunk.
    await pauseFor(deps.governor, outcome);
    if (outcome.kind === 'THROTTLED') attempt -= 1;
  }
  return detail;
}

/** Waits as long as it takes, however long a pause or a day's quota makes it; a stop ends the waiting. */
async function permitFor(deps: BackfillDependencies, run: ActiveRun, days: number): Promise<Permit> {
  for (;;) {
    run.signal.throwIfAborted();
    const verdict = await deps.governor.ask(1, deps.weigh(days));
    if (verdict.kind === 'GRANTED' && isFresh(verdict)) return verdict;
    await nap(verdict.kind === 'WAIT' || verdict.kind === 'PAUSED' ? verdict.wait : MINUTE, run.signal);
  }
}

/** Sleeps, but not through a stop. */
async function nap(length: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(Math.min(length, MINUTE), undefined, { signal });
  } catch {
    signal.throwIfAborted();
  }
}

async function land(
  deps: BackfillDependencies,
  run: ActiveRun,
  chunk: Chunk,
  outcome: CallOutcome,
): Promise<void> {
  const { answer } = outcome;
  run.count({ calls: 1, payloads: answer ? 1 : 0 });
  if (!answer) return;
  const item = {
    cityId: chunk.cityId,
    source: deps.archive.name,
    kind: 'ARCHIVE',
    units: 'METRIC',
    answer,
  } as const;
  await transaction(deps.pool, async (client) => {
    await run.fence(client);
    await savePayloads(client, run.row.id, [item]);
  });
}

async function placesOf(pool: Pool, cityIds: number[] | null): Promise<Map<number, Place>> {
  const { rows } = await runStatement<{ id: number; latitude: number; longitude: number }>(pool, PLACES, [
    cityIds,
  ]);
  return new Map(rows.map(({ id, latitude, longitude }) => [id, { cityId: id, latitude, longitude }]));
}
