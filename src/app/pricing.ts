import type { Pricing } from '../graphql/context.js';
import { priceBackfill } from '../jobs/backfill/price.js';
import { pricePlan, type QuotaSettings } from '../sources/governor/priced-plan.js';

/** What the API says of quotas: the very functions that the command line and the jobs reckon with. */
export function pricing(settings: QuotaSettings): Pricing {
  return {
    plan: (db, now) => pricePlan(db, settings, undefined, now),
    backfill: (db, cities, window, now) => priceBackfill(db, settings, cities, window, now),
  };
}
