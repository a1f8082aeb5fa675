import type { PricedPlan, QuotaPeriod } from '../../sources/governor/priced-plan.js';
import { describeMinutes } from '../arguments/every.js';
import { counted, fields, instant, number } from '../output/text.js';

/** A plan in lines: what is asked for, what is allowed, and what follows from it. */
export function describePlan(plan: PricedPlan): string[] {
  return fields([
    ['cities', `${number(plan.cities)}, of ${plan.source}`],
    [
      'calls a minute',
      `${number(plan.wantedPerMinute, 1)} wanted, ${number(plan.allowedPerMinute, 1)} allowed in the long run, ` +
        `${number(plan.limitPerMinute)} in any one minute`,
    ],
    ['calls a month', `${number(plan.wantedPerMonth)} wanted in 31 days`],
    ...plan.periods.map((period) => [`used of ${period.period}`, describePeriod(period)] as const),
    ['sweep', `${describeMinutes(plan.sweepMinutes)} to ask for every city once`],
    ['fits', describeFit(plan)],
  ]);
}

/** "1,200 of 1,000,000 calls, anew at 2026-12-01 00:00:00Z" */
export function describePeriod({ used, limit, resetsAt }: QuotaPeriod): string {
  return `${number(Math.ceil(used))} of ${counted(limit, 'call')}, anew at ${instant(resetsAt)}`;
}

/** Whether it fits, and by how much intervals stretch where it does not. */
export function describeFit({ fits, stretch, wantedPerMinute }: PricedPlan): string {
  if (wantedPerMinute === 0) return 'yes: no city is followed';
  if (fits) return 'yes';
  return (
    `no: every interval is stretched ${number(stretch, 2)} times, so that 15 min become ` +
    `${describeMinutes(15 * stretch)}; follow fewer cities, or less often`
  );
}
