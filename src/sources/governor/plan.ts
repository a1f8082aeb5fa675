import { DAY, MINUTE } from '../../domain/time.js';
import { periodEnd, periodsOf, type QuotaLimits } from './limits.js';

/** A month's quota that is used up must not push a city's next call into another year. */
const LONGEST_STRETCH = 744;

/** Whether the cities followed fit what a source allows, in numbers. */
export interface QuotaPlan {
  /** Calls a minute that the cities' intervals ask for. */
  wantedPerMinute: number;
  /** Calls a minute that every limit still allows, the month's remainder spread evenly. */
  allowedPerMinute: number;
  /** Calls in 31 days at the cities' own demand. */
  wantedPerMonth: number;
  /** Factor by which every interval is stretched to fit: 1 when it fits. */
  stretch: number;
  /** Minutes that asking for every city once takes at the limit a minute. */
  sweepMinutes: number;
}

/**
 * Prices what is followed.
 * @param demand cities followed, and the calls a minute that their intervals come to
 * @param used calls made already in each period, by its name
 */
export function planQuota(
  demand: { cities: number; callsPerMinute: number },
  limits: QuotaLimits,
  used: ReadonlyMap<string, number>,
  now: Date,
): QuotaPlan {
  const remaining = periodsOf(limits, now).map(({ period, limit }) => {
    const minutesLeft = (periodEnd(period).getTime() - now.getTime()) / MINUTE;
    return Math.max(0, limit - (used.get(period) ?? 0)) / Math.max(minutesLeft, 1);
  });
  const allowed = Math.min(limits.perMinute, ...remaining);
  const wanted = demand.callsPerMinute;
  return {
    wantedPerMinute: wanted,
    allowedPerMinute: allowed,
    wantedPerMonth: Math.ceil((wanted * 31 * DAY) / MINUTE),
    stretch:
      wanted <= allowed || wanted === 0 ? 1 : Math.min(wanted / Math.max(allowed, 1e-9), LONGEST_STRETCH),
    sweepMinutes: demand.cities / limits.perMinute,
  };
}
