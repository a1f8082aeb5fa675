import { run, sqlFile, type Queryable } from '../database/sql.js';
import { PARAMETERS } from '../domain/parameters.js';

const RAISE = sqlFile(import.meta.url, 'raise.sql');
const UNITS = JSON.stringify(
  Object.fromEntries(Object.entries(PARAMETERS).map(([name, { unit }]) => [name, unit])),
);

/** What of the settings decides about alerts. */
export interface AlertScope {
  /** The source in use. */
  source: string;
  /** Its quota's periods that run now, as quota_usage names them, with their limits. */
  periods: readonly { period: string; limit: number }[];
  /** Whether alerts are posted, and their ends, too. */
  isPosted: boolean;
  tellsEnds: boolean;
}

/**
 * Raises what holds now and was not raised yet, and resolves what holds no more: one statement, whose unique keys make
 * sure that of several processes one raises.
 */
export async function raiseAlerts(
  db: Queryable,
  { source, periods, isPosted, tellsEnds }: AlertScope,
): Promise<{ raised: number; resolved: number }> {
  const { rows } = await run<{ raised: number; resolved: number }>(db, RAISE, [
    source,
    periods.map(({ period }) => period),
    periods.map(({ limit }) => limit),
    UNITS,
    isPosted,
    tellsEnds,
  ]);
  return rows[0] ?? { raised: 0, resolved: 0 };
}
