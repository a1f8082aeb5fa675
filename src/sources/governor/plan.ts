import { DAY, MINUTE } from '../../domain/time.js';
import { periodEnd, periodsOf, windowOf, type QuotaLimits } from './limits.js';

/** Where nothing is left of a quota the stretch still has to be a number; what it stretches ends with the period. */
const LONGEST_STRETCH = 1e6;

/** Whether the cities followed fit what a source allows, in numbers. */
export interface QuotaPlan {
  /** Calls a minute that the cities' intervals ask for, with their forecasts if those are asked for. */
  wantedPerMinute: number;
  /** Calls a minute that every limit still allows, the remainder of each period spread evenly. */
  allowedPerMinute: number;
  /** Calls in 31 days at the cities' own demand. */
  wantedPerMonth: number;
  /** Factor by which every interval is stretched to fit: 1 when it fits. */
  stretch: number;
  /** When the quota that makes them stretch begins anew; null when they fit, or a minute holds too few calls. */
  resetsAt: Date | null;
  /** Minutes that asking for every city once takes at the limit a minute. */
  sweepMinutes: number;
}

/**
 * Prices what is followed.
 * @param demand cities followed, and the calls a minute that their intervals come to
 * @param used weighted calls made already in each period, by its name
 */
export function planQuota(
  demand: { cities: number; callsPerMinute: number },
  limits: QuotaLimits,
  used: ReadonlyMap<string, number>,
  now: Date,
): QuotaPlan {
  const weight = limits.liveWeight ?? 1;
  const perMinute = (limits.perMinute * MINUTE) / windowOf(limits) / weight;
  const tightest = periodsOf(limits, now)
    .map(({ period, limit }) => paceOf(limit - (used.get(period) ?? 0), periodEnd(period), now))
    .reduce<Pace>((one, other) => (other.perMinute < one.perMinute ? other : one), {
      perMinute: Infinity,
      resetsAt: null,
    });
  const allowed = Math.min(perMinute, tightest.perMinute / weight);
  const forecasts = limits.forecastMinutes === undefined ? 0 : demand.cities / limits.forecastMinutes;
  const wanted = demand.callsPerMinute + forecasts;
  const fits = wanted <= allowed;
  return {
    wantedPerMinute: wanted,
    allowedPerMinute: allowed,
    wantedPerMonth: Math.ceil((wanted * 31 * DAY) / MINUTE),
    stretch: fits ? 1 : Math.min(wanted / allowed, LONGEST_STRETCH),
    resetsAt: fits || allowed === perMinute ? null : tightest.resetsAt,
    sweepMinutes: demand.cities / perMinute,
  };
}

interface Pace {
  perMinute: number;
  resetsAt: Date | null;
}

/** What is left of a period, spread evenly over what is left of its time. */
function paceOf(left: number, resetsAt: Date, now: Date): Pace {
  const minutes = Math.max((resetsAt.getTime() - now.getTime()) / MINUTE, 1);
  return { perMinute: Math.max(left, 0) / minutes, resetsAt };
}
