import { run, sqlFile, type Queryable } from '../../database/sql.js';
import type { SourceName } from '../../domain/source.js';
import { periodEnd, periodsOf, quotaLimits, type QuotaLimits } from './limits.js';
import { planQuota, type QuotaPlan } from './plan.js';

const DEMAND = sqlFile(import.meta.url, 'demand.sql');
const USED = sqlFile(import.meta.url, 'used-calls.sql');

/** A running period of a source's quota. */
export interface QuotaPeriod {
  period: string;
  limit: number;
  used: number;
  resetsAt: Date;
}

interface CurrentPlan extends QuotaPlan {
  cities: number;
  periods: QuotaPeriod[];
}

/** What the followed cities ask of the source, against what it allows. */
export interface PricedPlan extends CurrentPlan {
  source: SourceName;
  limitPerMinute: number;
  fits: boolean;
}

/** What of the settings decides over quotas. */
export interface QuotaSettings {
  source: SourceName;
  CALLS_PER_MINUTE: number;
  CALLS_PER_MONTH: number;
  FORECASTS?: 'on' | 'off';
  FORECAST_INTERVAL_MINUTES?: number;
}

/** More cities to price with those followed; they count once, at this interval. */
export interface AddedCities {
  ids: readonly number[];
  intervalMinutes: number;
}

/** Prices the followed cities, and some more if asked. */
export async function pricePlan(
  db: Queryable,
  settings: QuotaSettings,
  added?: AddedCities,
  now = new Date(),
): Promise<PricedPlan> {
  const { source } = settings;
  const limits = quotaLimits(settings)[source];
  const plan = await currentPlan(db, source, limits, now, added);
  return { source, ...plan, limitPerMinute: limits.perMinute, fits: plan.stretch === 1 };
}

/** The same by the limits alone, as jobs know them. */
export async function currentPlan(
  db: Queryable,
  source: SourceName,
  limits: QuotaLimits,
  now: Date,
  added?: AddedCities,
): Promise<CurrentPlan> {
  const { rows } = await run<{ cities: number; callsPerMinute: number }>(db, DEMAND, [
    source,
    added?.ids ?? [],
    added?.intervalMinutes ?? 1,
  ]);
  const demand = rows[0] ?? { cities: 0, callsPerMinute: 0 };
  const periods = await runningPeriods(db, source, limits, now);
  const used = new Map(periods.map(({ period, used: calls }) => [period, calls]));
  return { ...planQuota(demand, limits, used, now), cities: demand.cities, periods };
}

/** The periods of a source's quota that run now. */
export async function runningPeriods(
  db: Queryable,
  source: SourceName,
  limits: QuotaLimits,
  now: Date,
): Promise<QuotaPeriod[]> {
  const periods = periodsOf(limits, now);
  const { rows } = await run<{ period: string; calls: number }>(db, USED, [
    source,
    periods.map(({ period }) => period),
  ]);
  const used = new Map(rows.map(({ period, calls }) => [period, calls]));
  return periods.map(({ period, limit }) => ({
    period,
    limit,
    used: used.get(period) ?? 0,
    resetsAt: periodEnd(period),
  }));
}
