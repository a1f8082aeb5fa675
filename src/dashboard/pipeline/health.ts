import { isStale } from '../domain/conditions.js';
import { countText } from '../domain/format.js';
import type { FreshnessQuery, PipelineQuery } from '../generated/graphql.js';

export type Run = PipelineQuery['runs']['nodes'][number];
export type Quota = PipelineQuery['warehouse']['quotas'][number];
export type FollowedCity = FreshnessQuery['cities']['nodes'][number];

/** From this share on, what is left may not last until the period's end. */
const QUOTA_SHORT = 0.9;

export const isActive = ({ status }: Pick<Run, 'status'>): boolean =>
  status === 'RUNNING' || status === 'REQUESTED';

export const quotaShare = ({ used, limit }: Pick<Quota, 'used' | 'limit'>): number =>
  limit > 0 ? used / limit : 1;

/** FRESH, LATE beyond two intervals, SILENT before the first answer, PAUSED by somebody. */
export type FreshnessState = 'FRESH' | 'LATE' | 'SILENT' | 'PAUSED';

export function freshnessOf({ tracking }: FollowedCity, now: number): FreshnessState {
  if (!tracking || tracking.paused) return 'PAUSED';
  if (tracking.lastFetchedAt === null) return 'SILENT';
  return isStale(Date.parse(tracking.lastFetchedAt), tracking.intervalMinutes, now) ? 'LATE' : 'FRESH';
}

/** Each thing that an operator should look at, in words; none when all is well. */
export function worriesOf(
  { warehouse, runs }: PipelineQuery,
  cities: readonly FollowedCity[],
  now: number,
): string[] {
  const failedChecks = warehouse.checks.filter(({ status }) => status !== 'PASSED');
  const late = cities.filter((city) => freshnessOf(city, now) === 'LATE');
  const short = warehouse.quotas.filter((quota) => quotaShare(quota) >= QUOTA_SHORT);
  return [
    ...failedJobs(runs.nodes),
    ...(late.length > 0 ? [`${countText(late.length, 'city is', 'cities are')} late`] : []),
    ...failedChecks.map(({ name, failing }) => `Data check ${name} fails for ${countText(failing, 'row')}`),
    ...short.map(({ source, period }) => `The quota of ${source} for ${period} is nearly used up`),
  ];
}

/** A job whose newest finished run failed; an older failure is over. */
function failedJobs(runs: readonly Run[]): string[] {
  const newest = new Map<string, Run>();
  for (const run of runs) if (!isActive(run) && !newest.has(run.job)) newest.set(run.job, run);
  return [...newest.values()]
    .filter(({ status }) => status === 'FAILED' || status === 'PARTIAL')
    .map(
      ({ job, status, error }) =>
        `The last ${job} ${status === 'FAILED' ? 'failed' : 'was done in part'}${error ? `: ${error}` : ''}`,
    );
}
