/**
 * What it costs to write observations: the load's own path, against a COPY into the same table, and against a row at a time.
 * Usage: npm run bench:ingest -- [rows a round, 72000 by default]
 * On an embedded PostgreSQL of its own with durable settings; five rounds, in each of which everybody has a turn on the
 * emptied tables. The load also marks stale hours, keeps the pointers to the latest and resolves conflicts; COPY does not.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { JOB_LIMITS, openPool } from '../../database/pool.js';
import { transaction } from '../../database/transaction.js';
import { PARAMETER_NAMES } from '../../domain/parameters.js';
import { observationRows, type ObservationRow } from '../../load/columns.js';
import type { ReadPayload } from '../../load/read-payload.js';
import { writeObservations } from '../../load/write-observations.js';
import { createLogger } from '../../logger.js';
import { median, sizeOf } from '../rounds.js';
import { onScratchDatabase } from '../scratch.js';
import { readPayloads } from './rows.js';

const ROUNDS = 5;
/** As many as the load writes in one transaction. */
const BATCH = 20_000;
/** Rows that are written one at a time: more would take minutes. */
const SINGLE = 1_000;
const COLUMNS = `city_id, observed_at, source, kind, fetched_at, payload_id, air_temperature_c, apparent_temperature_c,
  dew_point_temperature_c, relative_humidity_pct, mean_sea_level_pressure_hpa, surface_pressure_hpa, wind_speed_ms,
  wind_gust_speed_ms, wind_from_direction_deg, cloud_cover_pct, visibility_m, rain_1h_mm, snow_water_1h_mm,
  precipitation_1h_mm, condition_code`;

const MARK = `INSERT INTO stale_hours (city_id, hour)
  SELECT DISTINCT city_id, date_trunc('hour', observed_at - back, 'UTC')
    FROM observations, (VALUES (interval '0'), (interval '1 microsecond')) AS reach (back)`;

const logger = createLogger('warn');
const rows = sizeOf('npm run bench:ingest -- [rows a round, 72000 by default]', 72_000);

/** The values of a row, in the order of COLUMNS. */
function cells({ payload, observed }: ObservationRow): (string | number | null)[] {
  const { cityId, source, kind, fetchedAt, id } = payload;
  const values = PARAMETER_NAMES.map((name) => observed.values[name] ?? null);
  const head = [cityId, observed.observedAt.toISOString(), source, kind, fetchedAt.toISOString(), id];
  return [...head, ...values, observed.conditionCodes[0] ?? null];
}

async function load(pool: Pool, payloads: readonly ReadPayload[]): Promise<void> {
  const size = Math.max(1, Math.floor(BATCH / (payloads[0]?.observations.length ?? BATCH)));
  for (let at = 0; at < payloads.length; at += size)
    await transaction(pool, (client) => writeObservations(client, payloads.slice(at, at + size)));
}

async function copy(client: PoolClient, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(lines), client.query(copyFrom(`COPY observations (${COLUMNS}) FROM STDIN`)));
}

/** What the load's promise takes at least: that each hour that changed is marked in the same transaction. */
async function copyAndMark(client: PoolClient, lines: Iterable<string>): Promise<void> {
  await client.query('BEGIN');
  await copy(client, lines);
  await client.query(MARK);
  await client.query('COMMIT');
}

function* copyLines(observations: readonly ObservationRow[]): Iterable<string> {
  for (let at = 0; at < observations.length; at += 500)
    yield observations
      .slice(at, at + 500)
      .map(
        (row) =>
          `${cells(row)
            .map((cell) => cell ?? '\\N')
            .join('\t')}\n`,
      )
      .join('');
}

async function oneByOne(client: PoolClient, observations: readonly ObservationRow[]): Promise<void> {
  const parameters = COLUMNS.split(',').map((_, index) => `$${index + 1}`);
  const text = `INSERT INTO observations (${COLUMNS}) VALUES (${parameters.join(', ')})`;
  for (const row of observations) await client.query({ name: 'one', text, values: cells(row) });
}

async function measure(pool: Pool): Promise<void> {
  const payloads = readPayloads(rows);
  const observations = observationRows(payloads);
  const client = await pool.connect();
  const contenders = {
    'the load': [observations.length, () => load(pool, payloads)],
    'COPY into the same table': [observations.length, () => copy(client, copyLines(observations))],
    'COPY, and the marks of hours': [observations.length, () => copyAndMark(client, copyLines(observations))],
    'a row at a time': [SINGLE, () => oneByOne(client, observations.slice(0, SINGLE))],
  } as const;
  const rates = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [name, [count, write]] of Object.entries(contenders)) {
      await pool.query('TRUNCATE observations, latest_observations, stale_hours');
      const begun = performance.now();
      await write();
      rates.set(name, [...(rates.get(name) ?? []), count / ((performance.now() - begun) / 1000)]);
    }
  client.release();
  const base = median(rates.get('COPY into the same table') ?? []);
  process.stdout.write(`${observations.length} rows a round, ${ROUNDS} rounds, medians\n`);
  for (const [name, those] of rates) {
    const rate = median(those);
    const line = `${Math.round(rate).toLocaleString('en').padStart(9)} rows/s  ${(rate / base).toFixed(3)} of COPY`;
    process.stdout.write(`${name.padEnd(28)}${line}\n`);
  }
}

await onScratchDatabase(logger, async ({ connectionString }) => {
  const pool = openPool(connectionString, { ...JOB_LIMITS, driverTimeout: false }, logger);
  try {
    await measure(pool);
  } finally {
    await pool.end();
  }
});
