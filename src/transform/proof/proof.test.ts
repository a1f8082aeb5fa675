import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Pool } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { transaction } from '../../database/transaction.js';
import { addCities, testWarehouse, transform } from '../testkit.js';
import { COLUMNS, observationsOf, PROOF_ZONES, randomFrom } from './generate.js';

/** Days of weather, over the changes of clocks in four zones. PROOF_DAYS=365 proves a year, in two or three minutes. */
const DAYS = Number(process.env.PROOF_DAYS ?? 14);
const FROM = new Date('2026-03-25T00:00:00Z');
const CITIES = 50;
/** Parts in which the observations arrive, mixed over all cities and times, with a transform after each. */
const ARRIVALS = 2;

let pool: Pool;
let close: () => Promise<void>;
let directory: string;
let duckdb: DuckDBConnection;
beforeAll(async () => {
  ({ pool, close } = await testWarehouse());
  directory = await mkdtemp(path.join(os.tmpdir(), 'weather-proof-'));
  duckdb = await (await DuckDBInstance.create()).connect();
});
afterAll(async () => {
  duckdb.closeSync();
  await rm(directory, { recursive: true });
  await close();
});

test('DuckDB computes the same summaries from the same observations', { timeout: 600_000 }, async () => {
  const zones = Array.from({ length: CITIES }, (_, index) => PROOF_ZONES[index % PROOF_ZONES.length] ?? '');
  await addCities(pool, ...zones);
  for (let part = 0; part < ARRIVALS; part += 1) {
    await arrive(part);
    await transform(pool);
  }
  await exportTables();
  await duckdb.run(await readFile(new URL('duckdb.sql', import.meta.url), 'utf8'));
  expect(await differences('hours')).toEqual({ rows: expect.any(Number) as number });
  expect(await differences('days')).toEqual({ rows: expect.any(Number) as number });
  expect(await differences('averages')).toEqual({ rows: expect.any(Number) as number });
});

/** Loads the lines of one part, later ones winning, and marks their hours. */
async function arrive(part: number): Promise<void> {
  await transaction(pool, async (client) => {
    await client.query(
      `CREATE TEMPORARY TABLE arrival (position bigserial, LIKE observations INCLUDING DEFAULTS) ON COMMIT DROP`,
    );
    await pipeline(
      Readable.from(linesOf(part)),
      client.query(copyFrom(`COPY arrival (${COLUMNS}) FROM STDIN (FORMAT csv)`)),
    );
    await client.query(
      `INSERT INTO observations (${COLUMNS})
       SELECT DISTINCT ON (city_id, observed_at, source) ${COLUMNS} FROM arrival
        ORDER BY city_id, observed_at, source, position DESC
       ON CONFLICT (city_id, observed_at, source) DO UPDATE
         SET air_temperature_c = excluded.air_temperature_c, kind = excluded.kind, rain_1h_mm = excluded.rain_1h_mm`,
    );
    await client.query(
      `INSERT INTO stale_hours (city_id, hour)
       SELECT DISTINCT city_id, date_trunc('hour', observed_at - back, 'UTC')
         FROM arrival, unnest(ARRAY[interval '0', interval '1 microsecond']) AS back`,
    );
  });
}

function* linesOf(part: number): Generator<string> {
  const random = randomFrom(1);
  for (let city = 1; city <= CITIES; city += 1) {
    for (const line of observationsOf(city, FROM, DAYS)) {
      if (Math.floor(random() * ARRIVALS) === part) yield line;
    }
  }
}

/** What goes to DuckDB: the table, and how it is read there, with instants in Unix seconds and hours. */
const EXPORTS: Record<string, { from: string; select: string }> = {
  cities: { from: 'cities', select: 'id, time_zone' },
  observations: { from: 'observations', select: `* REPLACE (epoch(observed_at)::BIGINT AS observed_at)` },
  our_hours: {
    from: 'hourly_summaries',
    select: `* EXCLUDE (summarised_at) REPLACE (epoch(hour)::BIGINT // 3600 AS hour,
               epoch(air_temperature_min_at)::BIGINT AS air_temperature_min_at,
               epoch(air_temperature_max_at)::BIGINT AS air_temperature_max_at)`,
  },
  our_days: {
    from: 'daily_summaries',
    select: `* EXCLUDE (summarised_at) REPLACE (epoch(ends_at)::BIGINT AS ends_at,
               epoch(air_temperature_min_at)::BIGINT AS air_temperature_min_at,
               epoch(air_temperature_max_at)::BIGINT AS air_temperature_max_at)`,
  },
  our_averages: { from: 'moving_averages', select: `* REPLACE (epoch(hour)::BIGINT // 3600 AS hour)` },
};

async function exportTables(): Promise<void> {
  await duckdb.run(`SET TimeZone = 'UTC'`);
  for (const [table, { from, select }] of Object.entries(EXPORTS)) {
    const file = path.join(directory, `${table}.csv`);
    const client = await pool.connect();
    await pipeline(
      client.query(copyTo(`COPY ${from} TO STDOUT (FORMAT csv, HEADER)`)),
      createWriteStream(file),
    );
    client.release();
    await duckdb.run(`CREATE TABLE ${table} AS SELECT ${select} FROM read_csv('${file}', sample_size = -1)`);
  }
}

/** DuckDB's tables, each beside ours of the same content, and what identifies a row. */
const KEYS = {
  hours: ['city_id', 'hour'],
  days: ['city_id', 'local_date'],
  averages: ['city_id', 'hour', 'window_hours'],
};

/** How many rows differ, by column; rows that only one side has count as "missing". */
async function differences(table: keyof typeof KEYS): Promise<Record<string, number>> {
  const key = KEYS[table];
  const columns = await read<{ column_name: string; column_type: string }>(`DESCRIBE our_${table}`);
  const counts = columns
    .filter(({ column_name }) => !key.includes(column_name))
    .map(({ column_name: name, column_type: type }) => {
      const differs =
        type === 'DOUBLE' ? `abs(ours.${name} - theirs.${name}) > 1e-9` : `ours.${name} <> theirs.${name}`;
      const oneIsNull = `(ours.${name} IS NULL) <> (theirs.${name} IS NULL)`;
      return `count(*) FILTER (${differs} OR ${oneIsNull})::INTEGER AS ${name}`;
    });
  const [row = {}] = await read<Record<string, number>>(
    `SELECT ${counts.join(', ')},
            count(*) FILTER (ours.city_id IS NULL OR theirs.city_id IS NULL)::INTEGER AS missing,
            count(*)::INTEGER AS rows
       FROM our_${table} AS ours FULL JOIN ${table} AS theirs USING (${key.join(', ')})`,
  );
  return Object.fromEntries(Object.entries(row).filter(([, count]) => count > 0));
}

async function read<Row>(query: string): Promise<Row[]> {
  return (await duckdb.runAndReadAll(query)).getRowObjectsJson() as Row[];
}
