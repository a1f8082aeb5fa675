import { DAY, HOUR, type TimeWindow } from '../../domain/time.js';
import { periodEnd, periodsOf, windowOf, type QuotaLimits } from '../../sources/governor/limits.js';
import { daysOf, spansOf } from './chunks.js';

export interface BackfillRequest {
  /** How many cities. */
  cities: number;
  /** Half-open. */
  window: TimeWindow;
  /** Of the archive: those that the backfill will be governed by. */
  limits: QuotaLimits;
  /** What one call over so many days counts. */
  weigh: (days: number) => number;
  /** Weighted calls made already in each period that runs now, by its name. */
  used: ReadonlyMap<string, number>;
  now: Date;
}

/** What a backfill costs. */
export interface BackfillPlan {
  /** Upstream calls: one a city and month. */
  calls: number;
  /** What they count with the source. */
  weight: number;
  /**
   * Days it takes at the pace of the tightest limit; Infinity when a single call is more than a limit allows. A
   * limit whose remainder suffices is no hindrance; of one that does not, what is used already is waited for too.
   * The calls' own time is not in it: a second each, some 86,000 a day.
   */
  days: number;
  /**
   * Whether what is left of the hour, the day and the month suffices: the run then ends as soon as it has called.
   * Otherwise it pauses at each limit and goes on when the period begins anew, by itself.
   */
  fits: boolean;
}

/** Prices a backfill before it runs. */
export function planBackfill({ cities, window, limits, weigh, used, now }: BackfillRequest): BackfillPlan {
  const weights = spansOf(window, now).map((span) => weigh(daysOf(span)));
  const weight = cities * weights.reduce((sum, one) => sum + one, 0);
  const periods = periodsOf(limits, now).map(({ period, limit }) => {
    return { limit, spent: used.get(period) ?? 0, length: lengthOf(period) };
  });
  const waits = periods.map(({ limit, spent, length }) =>
    weight <= limit - spent ? 0 : ((weight + spent) / limit) * length,
  );
  const heaviest = cities === 0 ? 0 : Math.max(0, ...weights);
  const possible = heaviest <= Math.min(limits.perMinute, ...periods.map(({ limit }) => limit));
  const time = Math.max((weight / limits.perMinute) * windowOf(limits), ...waits);
  return {
    calls: cities * weights.length,
    weight,
    days: possible ? time / DAY : Infinity,
    fits: possible && waits.every((wait) => wait === 0),
  };
}

/** Milliseconds of a period, by its name. */
function lengthOf(period: string): number {
  const end = periodEnd(period).getTime();
  if (period.length > 10) return HOUR;
  return end - Date.parse(period.length > 7 ? period : `${period}-01`);
}
