import type { Pool } from 'pg';
import type { Config } from '../config/load.js';
import { API_LIMITS, JOB_LIMITS, openPool } from '../database/pool.js';
import { EXPORT_LIMITS } from '../export/export.js';
import type { Logger } from '../logger.js';

/** `read` and `exports` lead to the read replica, if there is one; the others to the primary. */
export type Pools = Record<'read' | 'write' | 'jobs' | 'exports', Pool>;

/** Where this process reads if not from the primary: whoever only works answers nobody. */
export function replicaUrl({
  ROLE,
  DATABASE_READ_URL: url,
}: Pick<Config, 'ROLE' | 'DATABASE_READ_URL'>): string | undefined {
  return ROLE === 'worker' ? undefined : url;
}

/** @param url of the primary */
export function openPools(config: Config, url: string, logger: Logger): Pools {
  const replica = replicaUrl(config);
  // Beside a replica it is where administrators read, too.
  const writers = replica === undefined ? 4 : API_LIMITS.max;
  return {
    read: openPool(replica ?? url, API_LIMITS, logger),
    write: openPool(url, { ...API_LIMITS, max: writers }, logger),
    jobs: openPool(url, JOB_LIMITS, logger),
    exports: openPool(replica ?? url, EXPORT_LIMITS, logger),
  };
}
