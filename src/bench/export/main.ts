/**
 * What an export costs: rows and megabytes a second, how much memory the server takes for it, and how long it lets other
 * requests wait.
 * Usage: npm run bench:export -- [observations, 1000000 by default]
 * One server on an embedded PostgreSQL of its own; the client is a process of its own that reads and forgets. Each
 * figure is measured once.
 */
import { execFile } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import { pricing } from '../../app/pricing.js';
import { loadConfig } from '../../config/load.js';
import { JOB_LIMITS, openPool } from '../../database/pool.js';
import { run, sqlFile } from '../../database/sql.js';
import { EXPORT_LIMITS } from '../../export/export.js';
import { FORMATS } from '../../export/formats/format.js';
import { createApi } from '../../graphql/server.js';
import { createHttpServer } from '../../http/server.js';
import { createLogger } from '../../logger.js';
import { onScratchDatabase } from '../scratch.js';

const FILL = sqlFile(import.meta.url, 'fill.sql');
const CITIES = 20;
/** Milliseconds between looks at the memory. */
const LOOK = 10;
const MILLISECOND = 1e6;
/** Reads an answer and forgets it; prints its bytes, the rows that the server counted, milliseconds to its beginning. */
const CLIENT = `let bytes = 0, first;
const begun = performance.now();
require('http').get(process.argv[1], { headers: { 'accept-encoding': process.argv[2] } }, (answer) => answer
  .on('data', (chunk) => ((bytes += chunk.length), (first ??= performance.now() - begun)))
  .on('end', () => console.log(JSON.stringify({ bytes, first, rows: Number(answer.trailers['x-row-count']) }))));`;

const logger = createLogger('warn');
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

async function fill(pool: Pool, observations: number): Promise<void> {
  await pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
     SELECT id, 'Place ' || id, 'Place', 'XX', 0, 0, 'Etc/UTC', 'place' FROM generate_series(1, $1::int) AS id`,
    [CITIES],
  );
  await run(pool, FILL, [CITIES, Math.ceil(observations / CITIES)]);
  await pool.query(
    `INSERT INTO latest_observations SELECT city_id, source, max(observed_at) FROM observations GROUP BY 1, 2`,
  );
  await pool.query('VACUUM ANALYZE observations');
}

async function measure(url: string, format: string, encoding: string): Promise<void> {
  const address = `${url}/export/observations.${format}?countryCode=XX&from=2020-01-01T00:00:00Z&to=2029-12-31T00:00:00Z`;
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const looks = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), LOOK);
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const started = performance.now();
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', CLIENT, address, encoding]);
  const seconds = (performance.now() - started) / 1000;
  clearInterval(looks);
  delays.disable();
  const held = [99, 99.9, 100].map((share) => Math.round(delays.percentile(share) / MILLISECOND));
  const { bytes, rows, first } = JSON.parse(stdout) as { bytes: number; rows: number; first: number };
  process.stdout.write(
    `${`${format}, ${encoding}`.padEnd(18)} ${rows} rows, ${megabytes(bytes)} MB in ${seconds.toFixed(1)} s: ` +
      `${Math.round(rows / seconds)} rows/s, ${megabytes(bytes / seconds)} MB/s, first bytes after ${Math.round(first)} ms; ` +
      `memory grew by ${megabytes(peak - before)} MB at most; others were held up for ${held.join(', ')} ms (99 %, 99.9 %, worst)\n`,
  );
}

async function serve(databaseUrl: string, pool: Pool): Promise<void> {
  const config = loadConfig({});
  const exportPool = openPool(databaseUrl, EXPORT_LIMITS, logger);
  const keys = { admin: 'no one writes in a benchmark', read: undefined };
  const nextRuns = () => [];
  const pools = { readPool: pool, writePool: pool, databaseUrl };
  const api = createApi({ ...pools, config, keys, logger, nextRuns, pricing: pricing(config) });
  const isReady = () => Promise.resolve(true);
  const server = createHttpServer({ api, exportPool, host: '127.0.0.1', port: 0, logger, isReady });
  try {
    const url = await server.listen();
    for (const format of FORMATS) await measure(url, format, 'identity');
    await measure(url, 'csv', 'gzip');
  } finally {
    await server.close();
    await exportPool.end();
  }
}

await onScratchDatabase(logger, async ({ connectionString }) => {
  const pool = openPool(connectionString, { ...JOB_LIMITS, driverTimeout: false }, logger);
  try {
    await fill(pool, Number(process.argv[2] ?? 1_000_000));
    await serve(connectionString, pool);
  } finally {
    await pool.end();
  }
});
