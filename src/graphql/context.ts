import type { Queryable } from '../database/sql.js';
import type { SourceName } from '../domain/source.js';
import type { Job } from './generated/resolvers.js';
import type { LoaderCache } from './loaders/loader-cache.js';

/** What a caller may do: nothing, read, or everything. */
export type Role = 'NONE' | 'READ' | 'ADMIN';

/** A quota's limit in the period that runs now; used calls are counted in the database. */
export interface QuotaPeriod {
  source: SourceName;
  /** As quota_usage names it: 2026-11, 2026-11-24, 2026-11-24T09. */
  period: string;
  limit: number;
  resetsAt: Date;
}

/** What of the rest of the program the API shows. */
export interface Surroundings {
  /** True when the values are simulated. */
  demo: boolean;
  /** Hours of the moving averages that are kept as tables. */
  windows: readonly number[];
  nextRuns: () => { job: Job; at: Date }[];
  quotas: () => QuotaPeriod[];
}

/** What resolvers work with: one object a request. */
export interface Context {
  role: Role;
  /** Whether a key was sent, and whether it is one of ours. */
  key: 'ABSENT' | 'UNKNOWN' | 'KNOWN';
  /** For the audit of writes: who asked. */
  caller: string;
  /** Seconds since 1970 when the request began: "up to now" means the same all through a query. */
  now: number;
  read: Queryable;
  write: Queryable;
  loaders: LoaderCache;
  surroundings: Surroundings;
}
