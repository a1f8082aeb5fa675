import type { Queryable } from '../../database/sql.js';
import type { TimeWindow } from '../../domain/time.js';
import { archiveLimits, quotaLimits } from '../../sources/governor/limits.js';
import { runningPeriods, type QuotaSettings } from '../../sources/governor/priced-plan.js';
import { weighArchive } from '../../sources/open-meteo/weight.js';
import { planBackfill, type BackfillPlan } from './plan.js';

/**
 * Prices a backfill as it will be governed: by the archive's limits, and what was used of them so far.
 * @param cities how many
 */
export async function priceBackfill(
  db: Queryable,
  settings: QuotaSettings,
  cities: number,
  window: TimeWindow,
  now = new Date(),
): Promise<BackfillPlan> {
  const archive = settings.source === 'DEMO' ? 'DEMO' : 'OPEN_METEO';
  const limits = archiveLimits(quotaLimits(settings), archive, settings.source);
  const periods = await runningPeriods(db, archive, limits, now);
  const used = new Map(periods.map(({ period, used: calls }) => [period, calls]));
  return planBackfill({ cities, window, limits, weigh: weighArchive, used, now });
}
