import { run, sqlFile, type Queryable } from '../../database/sql.js';
import type { SourceName } from '../../domain/source.js';
import { periodsOf, type QuotaLimits } from './limits.js';
import { planQuota, type QuotaPlan } from './plan.js';

const DEMAND = sqlFile(import.meta.url, 'demand.sql');

interface DemandRow {
  cities: number;
  calls_per_minute: number;
  used: Record<string, number>;
}

/** Prices the cities followed now against what is left of a source's quota. */
export async function currentPlan(
  db: Queryable,
  source: SourceName,
  limits: QuotaLimits,
  now: Date,
): Promise<QuotaPlan> {
  const periods = periodsOf(limits, now).map(({ period }) => period);
  const { rows } = await run<DemandRow>(db, DEMAND, [source, periods]);
  const { cities = 0, calls_per_minute: callsPerMinute = 0, used = {} } = rows[0] ?? {};
  return planQuota({ cities, callsPerMinute }, limits, new Map(Object.entries(used)), now);
}
