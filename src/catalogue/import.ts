import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { run, sqlFile, type Queryable } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import type { Logger } from '../logger.js';
import { tidyCities } from './tidy-cities.js';

export interface CatalogueImport {
  /** False when the database already held exactly this catalogue. */
  imported: boolean;
  /** Rows added or changed. */
  changed: number;
}

/** The world's populated places as generate.ts writes them: rows of `cities` in COPY's text format. */
export const CATALOGUE_FILE = new URL('cities.tsv.br', import.meta.url);

const STAGE = sqlFile(import.meta.url, 'stage-catalogue.sql');
const MOVED = sqlFile(import.meta.url, 'moved-cities.sql');
const CHANGE_TIME_ZONES = sqlFile(import.meta.url, 'change-time-zones.sql');
const MERGE = sqlFile(import.meta.url, 'merge-catalogue.sql');
const REMEMBER = sqlFile(import.meta.url, 'remember-catalogue.sql');
/** Any fixed number that nothing else locks: "cities" on a phone's keys. */
const IMPORT_LOCK = 248_437;

/**
 * Loads the catalogue that ships with the program, unless the database has it. Places of one's own, and those
 * of other lists, stay as they are. Safe when several replicas start at once: one loads, the others wait.
 */
export async function importCatalogue(pool: Pool, logger: Logger): Promise<CatalogueImport> {
  const file = await readFile(CATALOGUE_FILE);
  const sha256 = createHash('sha256').update(file).digest('hex');
  const unchanged = { imported: false, changed: 0 };
  if (await isLoaded(pool, sha256)) return unchanged;

  const started = performance.now();
  const changed = await transaction(pool, async (client) => {
    await waitForTurn(client);
    return (await isLoaded(client, sha256)) ? null : load(client, file, sha256);
  });
  if (changed === null) return unchanged;
  const seconds = Number(((performance.now() - started) / 1000).toFixed(1));
  logger.info({ changed, seconds }, 'City catalogue loaded');
  return { imported: true, changed };
}

async function isLoaded(db: Queryable, sha256: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `SELECT 1 FROM settings WHERE key = 'catalogue' AND value ->> 'sha256' = $1`,
    [sha256],
  );
  return rowCount === 1;
}

/** Another replica may be loading: that takes longer than the pool lets a statement wait for a lock. */
async function waitForTurn(client: PoolClient): Promise<void> {
  await client.query(`SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = '60s'`);
  await client.query('SELECT pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
}

async function load(client: PoolClient, file: Buffer, sha256: string): Promise<number> {
  await client.query(STAGE.text);
  const copy = client.query(copyFrom('COPY staged_cities FROM STDIN'));
  await pipeline(Readable.from([file]), createBrotliDecompress(), copy);
  const { rows: moved } = await run<{ id: number; zone: string }>(client, MOVED);
  await run(client, CHANGE_TIME_ZONES, [moved.map(({ id }) => id), moved.map(({ zone }) => zone)]);
  const { rowCount } = await run(client, MERGE);
  await run(client, REMEMBER, [sha256]);
  await tidyCities(client);
  return rowCount ?? 0;
}
