import { mkdir } from 'node:fs/promises';
import pg from 'pg';
import { startEmbedded, type EmbeddedDatabase } from '../../database/embedded/index.js';
import { migrate } from '../../database/migrate.js';
import { run, sqlFile } from '../../database/sql.js';
import { createLogger } from '../../logger.js';
import type { Size } from '../sizes.js';

const CITIES = sqlFile(import.meta.url, 'cities.sql');
const OBSERVATIONS = sqlFile(import.meta.url, 'observations.sql');
const LATEST = sqlFile(import.meta.url, 'latest-observations.sql');
const HOURS = sqlFile(import.meta.url, 'hourly-summaries.sql');
const DAYS = sqlFile(import.meta.url, 'daily-summaries.sql');
const AVERAGES = sqlFile(import.meta.url, 'moving-averages.sql');

/** Hours of the kept moving averages: the program's defaults. */
const WINDOWS = [5, 24];
/** Cities written by one statement. */
const BATCH = 50;
const TABLES = ['cities', 'observations', 'latest_observations', 'hourly_summaries', 'daily_summaries'];
/** Enough that what the benchmark reads stays in memory, as on a machine meant for it. */
const SETTINGS = {
  shared_buffers: '512MB',
  effective_cache_size: '4GB',
  max_wal_size: '4GB',
  max_connections: '200',
};

/**
 * Starts a PostgreSQL of the benchmark's own and fills it, unless an earlier benchmark of the same size did.
 * @param say told of progress
 */
export async function openWarehouse(
  dataDir: string,
  size: Size,
  say: (line: string) => void,
): Promise<EmbeddedDatabase> {
  const logger = createLogger('warn');
  await mkdir(dataDir, { recursive: true });
  const database = await startEmbedded({ dataDir, logger, durable: false, settings: SETTINGS });
  try {
    await migrate(database.connectionString, logger);
    await filled(database.connectionString, size, say);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function filled(connectionString: string, size: Size, say: (line: string) => void): Promise<void> {
  const client = new pg.Client({ connectionString, options: '-c TimeZone=UTC -c jit=off' });
  await client.connect();
  try {
    if (!(await isFilled(client))) await fill(client, size, say);
  } finally {
    await client.end();
  }
}

/** The last table to be written tells. */
async function isFilled(client: pg.Client): Promise<boolean> {
  const { rowCount } = await client.query(`SELECT FROM settings WHERE key = 'bench'`);
  return rowCount === 1;
}

async function fill(client: pg.Client, { cities, days }: Size, say: (line: string) => void): Promise<void> {
  await client.query(`TRUNCATE ${TABLES.join(', ')}, moving_averages CASCADE`);
  await run(client, CITIES, [cities]);
  for (let first = 1; first <= cities; first += BATCH) {
    const last = Math.min(first + BATCH - 1, cities);
    await run(client, OBSERVATIONS, [first, last, days]);
    await run(client, HOURS, [first, last]);
    await run(client, DAYS, [first, last]);
    for (const hours of WINDOWS) await run(client, AVERAGES, [first, last, hours]);
    say(`  cities ${first} to ${last} of ${cities} written`);
  }
  await run(client, LATEST);
  for (const table of [...TABLES, 'moving_averages']) await client.query(`VACUUM (ANALYZE) ${table}`);
  await client.query(`INSERT INTO settings (key, value) VALUES ('bench', $1)`, [{ cities, days }]);
}
