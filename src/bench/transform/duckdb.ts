import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

const DEFINITIONS = new URL('../../transform/proof/duckdb.sql', import.meta.url);

/**
 * The same summaries of the same observations by DuckDB, two threads, in memory.
 * @returns seconds of the computation alone, and rows of its hours
 */
export async function summariseInDuckDb(
  pool: Pool,
  directory: string,
): Promise<{ seconds: number; hours: number }> {
  const duckdb = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await duckdb.run(`SET TimeZone = 'UTC'`);
  for (const [table, select] of [
    ['cities', 'id, time_zone'],
    ['observations', '* REPLACE (epoch(observed_at)::BIGINT AS observed_at)'],
  ] as const) {
    const file = path.join(directory, `${table}.csv`);
    const client = await pool.connect();
    await client.query('SET statement_timeout = 0');
    await pipeline(
      client.query(copyTo(`COPY ${table} TO STDOUT (FORMAT csv, HEADER)`)),
      createWriteStream(file),
    );
    client.release();
    await duckdb.run(
      `CREATE TABLE ${table} AS SELECT ${select} FROM read_csv('${file}', sample_size = 1000000)`,
    );
  }
  const definitions = await readFile(DEFINITIONS, 'utf8');
  const started = performance.now();
  await duckdb.run(definitions);
  const seconds = (performance.now() - started) / 1000;
  const counted = await duckdb.runAndReadAll('SELECT count(*)::INTEGER AS hours FROM hours');
  const [row] = counted.getRowObjectsJson() as { hours: number }[];
  duckdb.closeSync();
  return { seconds, hours: row?.hours ?? 0 };
}
