import type { SourceName } from '../../domain/source.js';
import { MINUTE } from '../../domain/time.js';
import { HOURLY_VARIABLES } from '../open-meteo/variables.js';
import { archiveWeight } from '../open-meteo/weight.js';

/** What a source's plan allows, in calls (weighted where the source weighs them). */
export interface QuotaLimits {
  /** In any 60 seconds. */
  perMinute: number;
  /** Milliseconds of that window; a minute unless a test cannot wait for one. */
  window?: number;
  /** In a UTC hour, day or month; absent where the plan has no such limit. */
  perHour?: number;
  perDay?: number;
  perMonth?: number;
  /** Minutes between two forecasts of a followed city; absent where none are asked for. */
  forecastMinutes?: number;
  /** What a live call counts; 1 unless the source weighs its calls. */
  liveWeight?: number;
}

/** Open-Meteo's free plan: 600 a minute, 5,000 an hour, 10,000 a day (open-meteo.com/en/terms). */
const OPEN_METEO: QuotaLimits = {
  perMinute: 600,
  perHour: 5_000,
  perDay: 10_000,
  liveWeight: archiveWeight(HOURLY_VARIABLES.length, 1, 1),
};
/** The simulator costs nothing; limits keep its run like a real one. */
const DEMO: QuotaLimits = { perMinute: 60_000, perMonth: 100_000_000 };

/** Limits by source; OpenWeatherMap's are settings, as they depend on the account's plan. */
export function quotaLimits(settings: {
  CALLS_PER_MINUTE: number;
  CALLS_PER_MONTH: number;
  FORECASTS?: 'on' | 'off';
  FORECAST_INTERVAL_MINUTES?: number;
}): Readonly<Record<SourceName, QuotaLimits>> {
  const { CALLS_PER_MINUTE: perMinute, CALLS_PER_MONTH: perMonth, FORECASTS, ...rest } = settings;
  const forecastMinutes = FORECASTS === 'on' ? rest.FORECAST_INTERVAL_MINUTES : undefined;
  const forecasts = forecastMinutes === undefined ? {} : { forecastMinutes };
  return {
    OPENWEATHERMAP: { perMinute, perMonth, ...forecasts },
    OPEN_METEO,
    DEMO: { ...DEMO, ...forecasts },
  };
}

/** Milliseconds of the window that `perMinute` is about. */
export function windowOf(limits: QuotaLimits): number {
  return limits.window ?? MINUTE;
}

/** Of a source's quota, when live weather needs it too. */
const SHARE_OF_HISTORY = 0.5;

/**
 * The limits that a backfill is governed by. Where the archive's source is the live weather's too, it stops at half of
 * what all callers together may use, so that history never takes the present's calls.
 * @param live the source of the live weather
 */
export function archiveLimits(
  limits: Readonly<Record<SourceName, QuotaLimits>>,
  archive: SourceName,
  live: SourceName,
): QuotaLimits {
  return archive === live ? shareOf(limits[archive], SHARE_OF_HISTORY) : limits[archive];
}

function shareOf(limits: QuotaLimits, share: number): QuotaLimits {
  const { perHour, perDay, perMonth } = limits;
  return {
    ...limits,
    perMinute: limits.perMinute * share,
    ...(perHour !== undefined && { perHour: perHour * share }),
    ...(perDay !== undefined && { perDay: perDay * share }),
    ...(perMonth !== undefined && { perMonth: perMonth * share }),
  };
}

/** The periods a call counts in, as quota_usage names them, with their limits. */
export function periodsOf(limits: QuotaLimits, at: Date): { period: string; limit: number }[] {
  const iso = at.toISOString();
  const periods = [
    { period: iso.slice(0, 13), limit: limits.perHour },
    { period: iso.slice(0, 10), limit: limits.perDay },
    { period: iso.slice(0, 7), limit: limits.perMonth },
  ];
  return periods.flatMap(({ period, limit }) => (limit === undefined ? [] : [{ period, limit }]));
}

/** When a period named as above ends and its count begins anew. */
export function periodEnd(period: string): Date {
  const [year, month, day, hour] = period.split(/[-T]/).map(Number);
  if (year === undefined || month === undefined) throw new RangeError(`Not a quota period: ${period}`);
  if (day === undefined) return new Date(Date.UTC(year, month, 1));
  if (hour === undefined) return new Date(Date.UTC(year, month - 1, day + 1));
  return new Date(Date.UTC(year, month - 1, day, hour + 1));
}
