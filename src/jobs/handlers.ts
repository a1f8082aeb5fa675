import type { Pool } from 'pg';
import { transaction } from '../database/transaction.js';
import { DAY } from '../domain/time.js';
import { markForReplay, markRejected } from '../landing/replay.js';
import { removeOldForecasts } from '../landing/forecast-retention.js';
import { removeOldBodies } from '../landing/retention.js';
import { loadPending } from '../load/load-pending.js';
import { runChecks } from '../quality/run-checks.js';
import type { Governor } from '../sources/governor/governor.js';
import { parsePayload, parserVersion } from '../sources/parse.js';
import type { WeatherArchive, WeatherForecasts, WeatherSource } from '../sources/source.js';
import { rebuild } from '../transform/rebuild.js';
import { transformStale, type TransformProgress } from '../transform/transform-stale.js';
import type { ActiveRun } from './active-run.js';
import { alert, type AlertSettings } from './alert/alert.js';
import { backfill } from './backfill/backfill.js';
import type { FetchScope } from './fetch/cities.js';
import { fetchCities } from './fetch/fetch.js';
import { fetchForecasts } from './forecast/forecasts.js';
import { enqueueDue } from './schedule.js';
import type { JobHandlers, JobResult } from './worker.js';

export interface JobDependencies {
  pool: Pool;
  source: WeatherSource;
  archive: WeatherArchive;
  governor: Governor;
  archiveGovernor: Governor;
  weighArchive: (days: number) => number;
  /** Hours of the moving averages kept as tables. */
  windows: readonly number[];
  /** Days after which payloads' bytes go; for ever kept when undefined. */
  retentionDays: number | undefined;
  /** Undefined when FORECASTS is off. */
  forecasts?: { source: WeatherForecasts; intervalMinutes: number } | undefined;
  /** Days after which forecasts go; for ever kept when undefined. */
  forecastRetentionDays?: number | undefined;
  /** Absent where nobody looks for what is worth an alert. */
  alerts?: AlertSettings | undefined;
  /** What is done around each stage of a run: traces. */
  aroundStage?: Around | undefined;
}

/** Does some work, and something around it. */
export type Around = <T>(name: string, work: () => Promise<T>) => Promise<T>;

/** Checks look at this much of the past: what changed lately, not all that is stored. */
const CHECKED_DAYS = 2;

/** What each job does. A stage that made work for the next one asks for it at once. */
export function jobHandlers(deps: JobDependencies): JobHandlers {
  return {
    FETCH: (run) => followedBy(deps, 'LOAD', fetchDue(deps, run)),
    FORECAST: (run) => followedBy(deps, 'LOAD', forecast(deps, run)),
    LOAD: (run) => followedBy(deps, 'TRANSFORM', load(deps, run)),
    TRANSFORM: (run) => followedBy(deps, 'CHECK', transform(deps, run)),
    REFRESH: (run) => refresh(deps, run),
    BACKFILL: (run) => followedBy(deps, 'LOAD', fill(deps, run)),
    REPLAY: (run) => replay(deps, run),
    CHECK: (run) => check(deps, run),
    RETENTION: (run) => retain(deps, run),
    ALERT: (run) => (deps.alerts ? alert(deps.pool, deps.alerts, run) : NO_ALERTS),
  };
}

const NO_ALERTS = Promise.resolve<JobResult>({ status: 'SUCCEEDED' });

const straight: Around = (_name, work) => work();

/** The cities that are due; or, asked by hand, some or all of them in any case. */
function fetchDue(deps: JobDependencies, run: ActiveRun): Promise<JobResult> {
  const { cityIds = null, evenIfNotDue = false } = run.row.parameters;
  const fetchedBefore = evenIfNotDue ? run.row.requestedAt : null;
  return fetchStage(deps, run, { source: deps.source.name, cityIds, fetchedBefore });
}

function fetchStage(deps: JobDependencies, run: ActiveRun, scope: FetchScope): Promise<JobResult> {
  return (deps.aroundStage ?? straight)('fetch', () => fetchCities(deps, run, scope));
}

async function forecast({ pool, governor, forecasts }: JobDependencies, run: ActiveRun): Promise<JobResult> {
  if (!forecasts) return { status: 'FAILED', error: 'Forecasts are off: set FORECASTS=on.' };
  const { source, intervalMinutes } = forecasts;
  return fetchForecasts({ pool, governor, forecasts: source, intervalMinutes }, run);
}

/** Fetch, load and transform of what was asked for, whether due or not. */
async function refresh(deps: JobDependencies, run: ActiveRun): Promise<JobResult> {
  const cityIds = run.row.parameters.cityIds ?? null;
  const scope = { source: deps.source.name, cityIds, fetchedBefore: run.row.requestedAt };
  const fetched = await fetchStage(deps, run, scope);
  await load(deps, run);
  await transform(deps, run);
  return fetched;
}

async function load({ pool, aroundStage = straight }: JobDependencies, run: ActiveRun): Promise<JobResult> {
  const totals = await aroundStage('load', () =>
    loadPending(pool, {
      parse: parsePayload,
      parserVersion,
      fence: run.fence,
      runId: run.row.id,
      signal: run.signal,
      // A refresh or a replay has counted its payloads already.
      onProgress: ({ payloads, ...rest }) => run.count(run.row.job === 'LOAD' ? { payloads, ...rest } : rest),
    }),
  );
  if (totals.rejects === 0) return { status: 'SUCCEEDED' };
  return { status: 'PARTIAL', error: `${totals.rejects} items were refused; see the rejects of this run.` };
}

async function transform(deps: JobDependencies, run: ActiveRun): Promise<JobResult> {
  const options = {
    windows: [...deps.windows],
    fence: run.fence,
    signal: run.signal,
    onProgress: ({ done, total, ...counts }: TransformProgress) => {
      run.count(counts);
      // A refresh shows how far its fetch is.
      if (run.row.job === 'TRANSFORM') run.progress(done, total);
    },
  };
  const { parameters, window } = run.row;
  const { pool, aroundStage = straight } = deps;
  await aroundStage('transform', () =>
    parameters.rebuild
      ? rebuild(pool, { ...options, ...window, cityIds: parameters.cityIds })
      : transformStale(pool, options),
  );
  return { status: 'SUCCEEDED' };
}

function fill(deps: JobDependencies, run: ActiveRun): Promise<JobResult> {
  const { pool, archive, archiveGovernor: governor, weighArchive: weigh } = deps;
  return backfill({ pool, archive, governor, weigh }, run);
}

/** Landed payloads once more, by the parser as it is now; no upstream call. */
async function replay(deps: JobDependencies, run: ActiveRun): Promise<JobResult> {
  const { window, parameters } = run.row;
  const { cityIds, rejected } = parameters;
  if (!window && !rejected) return { status: 'FAILED', error: 'A replay needs a window: from and to.' };
  const scope = { cityIds, fence: run.fence };
  const payloads = await transaction(deps.pool, async (client) => {
    if (rejected) return markRejected(client, { ...scope, ...rejected });
    return window ? markForReplay(client, { ...scope, ...window }) : 0;
  });
  run.count({ payloads });
  const loaded = await load(deps, run);
  await transform(deps, run);
  return loaded;
}

async function check(deps: JobDependencies, run: ActiveRun): Promise<JobResult> {
  const since = new Date(Date.now() - CHECKED_DAYS * DAY);
  const results = await runChecks(deps.pool, run.row.id, since, run.fence);
  const failed = results.filter(({ status }) => status !== 'PASSED').map((result) => result.check);
  if (failed.length === 0) return { status: 'SUCCEEDED' };
  return {
    status: 'PARTIAL',
    error: `${failed.length} of ${results.length} checks failed: ${failed.join(', ')}.`,
  };
}

async function retain(deps: JobDependencies, run: ActiveRun): Promise<JobResult> {
  const { pool, retentionDays: olderThanDays, forecastRetentionDays } = deps;
  if (forecastRetentionDays !== undefined) {
    const { fence, signal } = run;
    await removeOldForecasts(pool, { olderThanDays: forecastRetentionDays, fence, signal });
  }
  if (olderThanDays === undefined) return { status: 'SUCCEEDED' };
  run.count({
    payloads: await removeOldBodies(pool, { olderThanDays, fence: run.fence, signal: run.signal }),
  });
  return { status: 'SUCCEEDED' };
}

async function followedBy(
  deps: JobDependencies,
  next: 'LOAD' | 'TRANSFORM' | 'CHECK',
  work: Promise<JobResult>,
): Promise<JobResult> {
  const result = await work;
  await enqueueDue(deps.pool, next, 'SCHEDULE');
  return result;
}
