import type { Config } from '../config/load.js';
import type { QuotaPeriod } from '../graphql/context.js';
import { periodEnd, periodsOf, quotaLimits } from '../sources/governor/limits.js';

/** The limits that run now for the source in use, as the API shows them beside what was used. */
export function quotaPeriods(config: Config, now: Date): QuotaPeriod[] {
  const periods = periodsOf(quotaLimits(config)[config.source], now);
  return periods.map(({ period, limit }) => ({
    source: config.source,
    period,
    limit,
    resetsAt: periodEnd(period),
  }));
}
