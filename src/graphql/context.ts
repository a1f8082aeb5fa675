import type { Queryable } from '../database/sql.js';
import type { SourceName } from '../domain/source.js';
import type { TimeWindow } from '../domain/time.js';
import type { Job } from './generated/resolvers.js';
import type { Feed } from './live/feed.js';
import type { Permanence } from './answer-cache/permanence.js';
import type { Gather } from './loaders/gatherer.js';
import type { LoaderCache } from './loaders/loader-cache.js';
import type { Written } from './written/written.js';

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

/** What the cities followed ask of the source, against what it allows; as the governor reckons it. */
export interface PlanFigures {
  source: SourceName;
  cities: number;
  wantedPerMinute: number;
  allowedPerMinute: number;
  limitPerMinute: number;
  wantedPerMonth: number;
  sweepMinutes: number;
  stretch: number;
  fits: boolean;
  resetsAt: Date | null;
}

/** What a backfill costs; Infinity days when a single call is more than a limit allows. */
export interface BackfillFigures {
  calls: number;
  weight: number;
  days: number;
  fits: boolean;
}

/** How the rest of the program reckons with quotas. */
export interface Pricing {
  /** Of the cities followed. */
  plan: (db: Queryable, now: Date) => Promise<PlanFigures>;
  backfill: (db: Queryable, cities: number, window: TimeWindow, now: Date) => Promise<BackfillFigures>;
}

/** What of the rest of the program the API shows. */
export interface Surroundings {
  /** True when the values are simulated. */
  demo: boolean;
  /** Hours of the moving averages that are kept as tables. */
  windows: readonly number[];
  nextRuns: () => { job: Job; at: Date }[];
  quotas: () => QuotaPeriod[];
  pricing: Pricing;
  /** How a city is followed unless told otherwise; the source is the one in use. */
  tracking: { source: SourceName; intervalMinutes: number };
}

/** What resolvers work with: one object a request. */
export interface Context {
  role: Role;
  /** Whether a key was sent, and whether it is one of ours. */
  key: 'ABSENT' | 'UNKNOWN' | 'KNOWN';
  /** The name of the key that was sent; null when none was, or it is none of ours. */
  keyName: string | null;
  /** For the audit of writes: who asked, and from where. */
  caller: string;
  /** Correlation id of the HTTP request; absent within the process. */
  requestId?: string | undefined;
  /** The network address that asks; null within the process. */
  client: string | null;
  /** Seconds since 1970 when the request began: "up to now" means the same all through a query. */
  now: number;
  /** What is known of the answer once there is one without errors. */
  answer: { permanence?: Permanence; operation?: string; errors?: number };
  /** Lists of the answer that are written when it is sent. */
  written: Written[];
  read: Queryable;
  write: Queryable;
  /** Whether it reads the primary while the cache of answers goes by a replica: then the cache says nothing to it. */
  pastCache?: boolean;
  loaders: LoaderCache;
  /** Looks up together with other requests; absent where `read` alone tells what this one may know. */
  gather?: Gather | undefined;
  surroundings: Surroundings;
  /** The text of the operation, where the server's list decides it: what the request names or sends counts no more. */
  listed?: string | undefined;
  /** Of a subscription: where its events come from, and whom to tell when it takes them too slowly. */
  subscriber?: { feed: Feed; onSlow: () => void };
  /** Counts a query's cost against what its client may spend. @throws GraphQLError RATE_LIMITED */
  spend?: ((cost: number) => Promise<void>) | undefined;
}
