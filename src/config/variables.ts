import { z } from 'zod';

/** One environment variable: how it is read and what the documentation says of it. */
export interface Variable {
  schema: z.ZodType;
  /** As the documentation prints it. */
  defaultText: string;
  meaning: string;
  /** Never printed; also readable from the file that NAME_FILE names. */
  secret?: boolean;
}

const integer = (min: number, max: number): z.ZodType<number> =>
  z
    .string()
    .regex(/^\d+$/, 'is not a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be ${min} to ${max}`);

const url = (...protocols: string[]): z.ZodType<string> =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );

const choice = <T extends string>(...values: [T, ...T[]]): z.ZodType<T> =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

const windows = z
  .string()
  .regex(/^\d+(\s*,\s*\d+)*$/, 'must be whole numbers of hours with commas between')
  .transform((text) => [...new Set(text.split(',').map(Number))].sort((a, b) => a - b))
  .refine((hours) => hours.every((n) => n >= 2 && n <= 720), 'each window must be 2 to 720 hours');

const keys = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .refine((list) => list.every((key) => key.length >= 16), 'each key must have at least 16 characters');

const postgres = ['postgresql:', 'postgres:'];
const http = ['https:', 'http:'];

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
    meaning: 'Read replica for the API',
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
  LEASE_SECONDS: {
    schema: integer(2, 3600).default(30),
    defaultText: '`30`',
    meaning: 'Seconds a process may be silent before others take up its runs',
  },
  DRAIN_SECONDS: {
    schema: integer(0, 60).default(1),
    defaultText: '`1`',
    meaning: 'Seconds for which a stop goes on answering after `/readyz` says 503, for load balancers to notice',
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
  ADMIN_KEY: {
    schema: z.string().min(16, 'must have at least 16 characters').optional(),
    defaultText: 'generated in `DATA_DIR/admin-key`',
    meaning: 'Bearer key for mutations',
    secret: true,
  },
  READ_KEYS: {
    schema: keys.optional(),
    defaultText: '(open to read)',
    meaning: 'Bearer keys for reading, with commas between; when set, reading needs one',
    secret: true,
  },
  LOG_LEVEL: {
    schema: choice('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
    defaultText: '`info`',
    meaning: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`',
  },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof VARIABLES;
export type Values = { readonly [Name in VariableName]: z.output<(typeof VARIABLES)[Name]['schema']> };
