import { run, sqlFile, type Queryable } from '../database/sql.js';

const HISTORY = sqlFile(import.meta.url, 'history.sql');

/** An alert with what became of it. */
export interface Alert {
  id: string;
  kind: 'SOURCE_DOWN' | 'QUOTA' | 'DATA_CHECK' | 'CITY_STALE' | 'RUN_FAILED' | 'WEATHER';
  severity: 'ERROR' | 'WARNING';
  title: string;
  message: string;
  raisedAt: Date;
  resolvedAt: Date | null;
  deliveredAt: Date | null;
  /** Failed attempts to post it, in a row. */
  attempts: number;
  deliveryError: string | null;
  cityId: number | null;
}

/**
 * Alerts, newest first.
 * @param before only those with a smaller number; undefined for the newest
 */
export async function listAlerts(
  db: Queryable,
  { onlyOpen, before, limit }: { onlyOpen: boolean; before?: string | undefined; limit: number },
): Promise<Alert[]> {
  return (await run<Alert>(db, HISTORY, [onlyOpen, before ?? null, limit])).rows;
}
