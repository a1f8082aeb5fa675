import { z } from 'zod';
import {
  EASY,
  choice,
  http,
  integer,
  isHardToGuess,
  keys,
  postgres,
  proxies,
  url,
  windows,
} from './forms.js';
import { MONITORING_VARIABLES } from './monitoring-variables.js';

/** One environment variable: how it is read and what the documentation says of it. */
export interface Variable {
  schema: z.ZodType;
  /** As the documentation prints it. */
  defaultText: string;
  meaning: string;
  /** Never printed; also readable from the file that NAME_FILE names. */
  secret?: boolean;
  /** What to do when it is given, but empty, where that must not be taken for absent. */
  whenEmpty?: string;
}

/** Every variable the program reads. The table in the README is made from this. */
export const VARIABLES = {
  DATABASE_URL: {
    schema: url(...postgres).optional(),
    defaultText: '(none)',
    meaning: 'PostgreSQL 15 or newer; when absent an embedded PostgreSQL runs in `DATA_DIR`',
    secret: true,
  },
  DATABASE_READ_URL: {
    schema: url(...postgres).optional(),
    defaultText: '`DATABASE_URL`',
    meaning: 'Read replica, from which the API answers all but administrators',
    secret: true,
  },
  DATA_DIR: {
    schema: z.string().min(1).default('./data'),
    defaultText: '`./data`',
    meaning: 'Embedded database and generated keys',
  },
  DATABASE_PORT: {
    schema: integer(0, 65535).default(0),
    defaultText: '`0`',
    meaning: 'Port of the embedded PostgreSQL, on this machine only; 0 takes a free one at each start',
  },
  HOST: {
    schema: z.string().min(1).default('127.0.0.1'),
    defaultText: '`127.0.0.1`',
    meaning: 'Address to serve on; `0.0.0.0` for every interface',
  },
  PORT: {
    schema: integer(0, 65535).default(4000),
    defaultText: '`4000`',
    meaning: 'Port to serve on; 0 takes a free one',
  },
  ROLE: {
    schema: choice('all', 'api', 'worker').default('all'),
    defaultText: '`all`',
    meaning: 'What this process does: `all`, only the `api`, or only the jobs (`worker`)',
  },
  WEATHER_SOURCE: {
    schema: choice('openweathermap', 'open-meteo', 'demo').optional(),
    defaultText: '`openweathermap` if its key is set, else `demo`',
    meaning: '`openweathermap`, `open-meteo` (real, no key, non-commercial use), or `demo` (simulated)',
  },
  OPENWEATHERMAP_API_KEY: {
    schema: z
      .string()
      .regex(/^\S{8,}$/, 'must be the key from your account page, without spaces')
      .optional(),
    defaultText: '(none)',
    meaning: 'Key of an OpenWeatherMap account; the free plan will do',
    secret: true,
  },
  OPENWEATHERMAP_URL: {
    schema: url(...http).default('https://api.openweathermap.org'),
    defaultText: "the vendor's",
    meaning: 'Base URL, for tests and proxies',
  },
  OPEN_METEO_URL: {
    schema: url(...http).default('https://api.open-meteo.com'),
    defaultText: "the vendor's",
    meaning: 'Base URL of live weather, for tests and proxies',
  },
  OPEN_METEO_ARCHIVE_URL: {
    schema: url(...http).default('https://archive-api.open-meteo.com'),
    defaultText: "the vendor's",
    meaning: 'Base URL of history, for tests and proxies',
  },
  CALLS_PER_MINUTE: {
    schema: integer(1, 1_000_000).default(55),
    defaultText: '`55`',
    meaning: 'Upstream calls in any 60 seconds at most, all replicas together',
  },
  CALLS_PER_MONTH: {
    schema: integer(1, 10_000_000_000).default(1_000_000),
    defaultText: '`1000000`',
    meaning: 'Upstream calls in a UTC month at most, all replicas together',
  },
  TRACK: {
    schema: z.string().min(1).default('US:50'),
    defaultText: '`US:50`',
    meaning:
      'Cities followed from the first start: `US:50` for the 50 most populous of a country, or GeoNames ids',
  },
  FETCH_INTERVAL_MINUTES: {
    schema: integer(1, 1440).default(15),
    defaultText: '`15`',
    meaning: 'How often a tracked city is asked for, unless it has an interval of its own',
  },
  FORECASTS: {
    schema: choice('on', 'off').default('off'),
    defaultText: '`off`',
    meaning:
      'Whether forecasts of followed cities are kept, too: `on` or `off`; OpenWeatherMap and the demo have them',
  },
  FORECAST_INTERVAL_MINUTES: {
    schema: integer(10, 1440).default(180),
    defaultText: '`180`',
    meaning:
      'How often the forecast of a followed city is asked for: one more call each time, of the same quota',
  },
  LEASE_SECONDS: {
    schema: integer(2, 3600).default(30),
    defaultText: '`30`',
    meaning: 'Seconds a process may be silent before others take up its runs',
  },
  DRAIN_SECONDS: {
    schema: integer(0, 60).default(1),
    defaultText: '`1`',
    meaning:
      'Seconds for which a stop goes on answering after `/readyz` says 503, for load balancers to notice',
  },
  MOVING_AVERAGE_WINDOWS: {
    schema: windows.default([5, 24]),
    defaultText: '`5,24`',
    meaning: 'Hours of the moving averages that are kept as tables; others are computed on request',
  },
  RETENTION_DAYS_PAYLOADS: {
    schema: integer(2, 36_500).optional(),
    defaultText: '(kept for ever)',
    meaning:
      'Days after which the bytes of loaded payloads are removed; their rows stay, as the origin of values',
  },
  RETENTION_DAYS_FORECASTS: {
    schema: integer(2, 36_500).optional(),
    defaultText: '(kept for ever)',
    meaning: 'Days after which forecasts are removed: 40 rows a city each time they are asked for',
  },
  ADMIN_KEY: {
    schema: z.string().min(16, 'must have at least 16 characters').refine(isHardToGuess, EASY).optional(),
    defaultText: 'generated in `DATA_DIR/admin-key`',
    meaning: 'Bearer key for everything: mutations, and what only administrators may see',
    secret: true,
    whenEmpty: 'give it a key, or leave it out to have one generated',
  },
  READ_KEYS: {
    schema: keys.optional(),
    defaultText: '(open to read)',
    meaning: 'Bearer keys for reading, with commas between; when set, reading needs one',
    secret: true,
    whenEmpty:
      'give it keys of 16 characters or more, or leave it out for everybody to read (READ_ACCESS=open)',
  },
  READ_ACCESS: {
    schema: choice('open', 'keys').optional(),
    defaultText: '`keys` if `READ_KEYS` are set, else `open`',
    meaning: 'Whether reading is `open` or needs `keys`: those of `READ_KEYS`, or made by `keys create`',
    whenEmpty: 'say keys or open, or leave it out',
  },
  ANSWER_CACHE_MB: {
    schema: integer(0, 16_384).default(32),
    defaultText: '`32`',
    meaning:
      'Memory for answers that are asked for again, MB; never stale, for each is checked against the database. 0: none',
  },
  RATE_LIMIT_REQUESTS_PER_MINUTE: {
    schema: integer(0, 1_000_000_000).default(60_000),
    defaultText: '`60000`',
    meaning: 'Requests of one client to this process in a minute; more get 429 with Retry-After. 0: no limit',
  },
  RATE_LIMIT_COST_PER_MINUTE: {
    schema: integer(0, 1_000_000_000_000).default(30_000_000),
    defaultText: '`30000000`',
    meaning: 'What the queries of one client may cost in a minute, as `extensions.cost` counts. 0: no limit',
  },
  RATE_LIMIT_REFUSED_REQUESTS: {
    schema: integer(0, 1_000_000_000).default(60),
    defaultText: '`60`',
    meaning:
      'Refused requests of one client in ten seconds; more get 429 with Retry-After for 1 s, each time twice as long, up to a minute. 0: no limit',
  },
  TRUST_PROXY: {
    schema: proxies.optional(),
    defaultText: '(none)',
    meaning:
      'Proxies in front: how many, or their addresses with commas between; their X-Forwarded-For then says who a client is',
  },
  MAX_CONNECTIONS: {
    schema: integer(10, 1_000_000).default(5_000),
    defaultText: '`5000`',
    meaning: 'Open connections of this process at most',
  },
  MAX_RUNNING_OPERATIONS: {
    schema: integer(1, 10_000).default(32),
    defaultText: '`32`',
    meaning:
      'Queries under way at once; ten times as many wait up to a second, more get 503 with Retry-After',
  },
  MAX_LIVE_CONNECTIONS: {
    schema: integer(0, 100_000).default(1_000),
    defaultText: '`1000`',
    meaning: 'WebSockets and event streams of this process at most',
  },
  MAX_LIVE_CONNECTIONS_PER_CLIENT: {
    schema: integer(0, 100_000).default(50),
    defaultText: '`50`',
    meaning: 'The same of one client',
  },
  PERSISTED_OPERATIONS: {
    schema: z.string().min(1).optional(),
    defaultText: '(none)',
    meaning: 'JSON file of operations that may be asked for by id or hash; see docs/security.md',
    whenEmpty: 'name a file, or leave it out to have none',
  },
  PERSISTED_ONLY: {
    schema: choice('on', 'off').default('off'),
    defaultText: '`off`',
    meaning: 'Whether only the operations of `PERSISTED_OPERATIONS` are answered: `on` or `off`',
    whenEmpty: 'say on or off, or leave it out',
  },
  ...MONITORING_VARIABLES,
  LOG_LEVEL: {
    schema: choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
    defaultText: '`info`',
    meaning: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`',
  },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;
export type Values = { readonly [Name in VariableName]: z.output<(typeof VARIABLES)[Name]['schema']> };
