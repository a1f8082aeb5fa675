import { SECOND } from '../../domain/time.js';
import type { Context } from '../context.js';
import type { QuotaPlan } from '../generated/resolvers.js';

/** What the cities followed ask of the source, against what it allows. */
export async function quotaPlan({ read, surroundings, now }: Context): Promise<QuotaPlan> {
  const plan = await surroundings.pricing.plan(read, new Date(now * SECOND));
  return {
    source: plan.source,
    cities: plan.cities,
    callsPerMinuteWanted: plan.wantedPerMinute,
    callsPerMinuteAllowed: plan.allowedPerMinute,
    callsPerMinuteLimit: plan.limitPerMinute,
    callsPerMonthWanted: plan.wantedPerMonth,
    sweepMinutes: plan.sweepMinutes,
    stretch: plan.stretch,
    fits: plan.fits,
    resetsAt: plan.resetsAt ? plan.resetsAt.getTime() / SECOND : null,
  };
}
