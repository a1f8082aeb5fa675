/**
 * What summaries cost: a sweep, late arrivals, a rebuild (against DuckDB), a moving average computed and read.
 * Usage: npm run bench:transform -- [observations, 5000000 by default]
 * One process on an embedded PostgreSQL of its own with durable settings; each figure is measured once.
 */
import type { Pool } from 'pg';
import { JOB_LIMITS, openPool } from '../../database/pool.js';
import { DAY } from '../../domain/time.js';
import { createLogger } from '../../logger.js';
import { movingAverages } from '../../series/moving-averages.js';
import { rebuild } from '../../transform/rebuild.js';
import { onScratchDatabase } from '../scratch.js';
import { summariseInDuckDb } from './duckdb.js';
import {
  CITIES,
  fence,
  fillWarehouse,
  LAST,
  summariseStale,
  sweepOnce,
  touchHours,
  WINDOWS,
} from './warehouse.js';

const logger = createLogger('warn');

async function secondsOf(task: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await task();
  return (performance.now() - started) / 1000;
}

function say(what: string, seconds: number, more = ''): void {
  process.stdout.write(
    `${what.padEnd(52)} ${seconds.toFixed(3).padStart(9)} s${more === '' ? '' : `  ${more}`}\n`,
  );
}

async function measure(pool: Pool, directory: string, observations: number): Promise<void> {
  let rows = 0;
  say(
    'fill',
    await secondsOf(async () => (rows = await fillWarehouse(pool, observations))),
    `${rows} observations`,
  );
  const ours = await secondsOf(() => rebuild(pool, { windows: WINDOWS, fence }));
  say('rebuild everything', ours, `${Math.round(rows / ours)} observations/s`);
  await pool.query('VACUUM ANALYZE hourly_summaries, daily_summaries, moving_averages');
  await sweepOnce(pool);
  say(`summarise a sweep of ${CITIES} cities`, await secondsOf(() => summariseStale(pool)));
  for (const count of [100, 1_000, 10_000]) {
    await touchHours(pool, count);
    say(`summarise ${count} touched city-hours`, await secondsOf(() => summariseStale(pool)));
  }
  await compareMovingAverage(pool);
  const theirs = await summariseInDuckDb(pool, directory);
  say(
    'DuckDB: the same from the same rows',
    theirs.seconds,
    `${theirs.hours} hours; rebuild / DuckDB = ${(ours / theirs.seconds).toFixed(1)}`,
  );
}

/** 90 days of one city, 24 h: computed on request against read from the kept table. The second of two runs each. */
async function compareMovingAverage(pool: Pool): Promise<void> {
  const from = new Date(LAST.getTime() - 90 * DAY);
  const compute = () =>
    movingAverages(pool, [{ cityId: 1, from, to: LAST }], {
      windowHours: 24,
      frame: 'RANGE',
      fill: 'NONE',
      maxGapHours: 0,
      minCoverage: 0,
    });
  const read = () =>
    pool.query(
      `SELECT * FROM moving_averages WHERE city_id = 1 AND window_hours = 24 AND hour >= $1 AND hour < $2 ORDER BY hour`,
      [from, LAST],
    );
  await compute();
  await read();
  const { length } = await compute();
  say('moving average, 90 d × 24 h, computed', await secondsOf(compute), `${length} rows`);
  say('moving average, 90 d × 24 h, read', await secondsOf(read), `${(await read()).rows.length} rows`);
}

await onScratchDatabase(logger, async ({ connectionString, directory }) => {
  const pool = openPool(connectionString, { ...JOB_LIMITS, driverTimeout: false }, logger);
  try {
    await measure(pool, directory, Number(process.argv[2] ?? 5_000_000));
  } finally {
    await pool.end();
  }
});
