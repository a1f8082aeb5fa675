/**
 * Whether answers get slower as the warehouse grows, and what an observation weighs on the disk.
 * Usage: npm run bench:growth -- [observations at the end, 1000000 by default]
 * On an embedded PostgreSQL of its own: a tenth of the observations first, then all. The statements are those of the API,
 * prepared; the medians are of 40 executions each for other cities, after 10 that are not counted.
 */
import type { Pool } from 'pg';
import { JOB_LIMITS, openPool } from '../../database/pool.js';
import { run, sqlFile } from '../../database/sql.js';
import { movingAverages } from '../../series/moving-averages.js';
import { createLogger } from '../../logger.js';
import { median, sizeOf } from '../rounds.js';
import { onScratchDatabase } from '../scratch.js';

const CITIES_SQL = sqlFile(import.meta.url, '../warehouse/cities.sql');
const FILL = sqlFile(import.meta.url, '../warehouse/observations.sql');
// One condition an instant, as most sources give: the list of further ones then is null, and takes no space.
const OBSERVATIONS_SQL = { name: 'observations', text: FILL.text.replace("'{}'", 'NULL') };
const LATEST_SQL = sqlFile(import.meta.url, '../warehouse/latest-observations.sql');
const HOURLY_SQL = sqlFile(import.meta.url, '../warehouse/hourly-summaries.sql');
const DAILY_SQL = sqlFile(import.meta.url, '../warehouse/daily-summaries.sql');
const NEWEST = sqlFile(import.meta.url, '../../graphql/loaders/latest-observations.sql');
const PAGE = sqlFile(import.meta.url, '../../graphql/lists/observations.sql');
const DAYS = sqlFile(import.meta.url, '../../graphql/lists/daily-summaries-pages.sql');

/** Hourly, for a quarter of a year: what grows is the number of cities. */
const DAYS_EACH = 92;
const FROM = Date.parse('2025-01-01T00:00:00Z') / 1000;
const DAY_S = 86_400;
const [WARM, TIMES] = [10, 40];

const logger = createLogger('warn');
const target = sizeOf('npm run bench:growth -- [observations at the end, 1000000 by default]', 1_000_000);

async function grow(pool: Pool, from: number, cities: number): Promise<void> {
  if (from === 1) await run(pool, CITIES_SQL, [Math.ceil(target / DAYS_EACH / 24)]);
  await run(pool, OBSERVATIONS_SQL, [from, cities, DAYS_EACH]);
  for (const statement of [HOURLY_SQL, DAILY_SQL]) await run(pool, statement, [from, cities]);
  await pool.query('TRUNCATE latest_observations');
  await run(pool, LATEST_SQL);
  await pool.query('VACUUM ANALYZE observations, hourly_summaries, daily_summaries, latest_observations');
}

type Question = (pool: Pool, city: number) => Promise<unknown>;

const QUESTIONS: Record<string, Question> = {
  'Q1 newest of a city': (pool, city) => run(pool, NEWEST, [[city], null]),
  'Q2 30 days, hourly': (pool, city) =>
    run(pool, PAGE, [[city], FROM, FROM + 30 * DAY_S, 720, null, null, null, null, null, null, null]),
  'Q3 newest and 7 days of 20': async (pool, city) => {
    const ids = Array.from({ length: 20 }, (_, index) => 1 + ((city + index) % 40));
    await run(pool, NEWEST, [ids, null]);
    const all = (value: number) => ids.map(() => value);
    await run(pool, DAYS, parametersFor(DAYS.text, [ids, all(FROM), all(FROM + 7 * DAY_S), 7]));
  },
  'Q4 90 days, averages of 24 h': (pool, city) =>
    movingAverages(
      pool,
      [{ cityId: city, from: new Date(FROM * 1000), to: new Date((FROM + 90 * DAY_S) * 1000) }],
      { windowHours: 24, frame: 'ROWS', fill: 'LINEAR', maxGapHours: 3, minCoverage: 0 },
    ),
};

/** The given parameters, and nothing for the rest. */
function parametersFor(text: string, given: unknown[]): unknown[] {
  const count = Math.max(...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)));
  return Array.from({ length: count }, (_, index) => given[index] ?? null);
}

async function timeAll(pool: Pool, cities: number): Promise<Record<string, number>> {
  const medians: Record<string, number> = {};
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    const times: number[] = [];
    for (let turn = 0; turn < WARM + TIMES; turn += 1) {
      const begun = performance.now();
      await ask(pool, 1 + ((turn * 7) % cities));
      if (turn >= WARM) times.push(performance.now() - begun);
    }
    medians[name] = median(times);
  }
  return medians;
}

async function weigh(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ heap: number; key: number; count: number }>(
    `SELECT pg_table_size('observations')::float8 AS heap, pg_indexes_size('observations')::float8 AS key,
            (SELECT count(*) FROM observations)::float8 AS count`,
  );
  const { heap = 0, key = 0, count = 1 } = rows[0] ?? {};
  const each = (bytes: number): string => (bytes / count).toFixed(1);
  return `${count.toLocaleString('en')} observations: ${each(heap)} B in the table, ${each(key)} B in its key, ${each(heap + key)} B each`;
}

await onScratchDatabase(logger, async ({ connectionString }) => {
  const pool = openPool(
    connectionString,
    { ...JOB_LIMITS, max: 1, statementTimeout: 0, driverTimeout: false },
    logger,
  );
  try {
    const all = Math.ceil(target / DAYS_EACH / 24);
    const few = Math.max(40, Math.round(all / 10));
    await grow(pool, 1, few);
    process.stdout.write(`${await weigh(pool)}\n`);
    const before = await timeAll(pool, few);
    await grow(pool, few + 1, all);
    process.stdout.write(`${await weigh(pool)}\n`);
    const after = await timeAll(pool, all);
    for (const [name, ms] of Object.entries(after)) {
      const [first = NaN, ratio] = [before[name], ms / (before[name] ?? NaN)];
      process.stdout.write(
        `${name.padEnd(32)}${first.toFixed(2).padStart(8)} ms${ms.toFixed(2).padStart(8)} ms${ratio.toFixed(2).padStart(7)} ×\n`,
      );
    }
  } finally {
    await pool.end();
  }
});
