import { pipeline } from 'node:stream/promises';
import pg, { type Pool, type PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { appliedMigrations, migrate, MIGRATION_LOCK } from '../database/migrate.js';
import type { Queryable } from '../database/sql.js';
import { UserFacingError } from '../errors.js';
import type { Logger } from '../logger.js';
import { checkBackup } from './check.js';
import { readSequences, readTables, SESSION } from './contents.js';
import { columnsOf, type Head, type Sequence, type Table } from './format.js';
import { readBackup, type Contents, type ReadOptions, type Visitor } from './read.js';

export interface RestoreOptions extends ReadOptions {
  logger: Logger;
  /** The database's address, for migrations. */
  url: string;
  /** Whether the settings ask for simulated weather. */
  demo: boolean;
}

/** Reads a file to its end and refuses what could not be restored, before any database is touched. */
export async function refuseUnfit(
  file: string,
  { demo, ...options }: ReadOptions & { demo: boolean },
): Promise<Contents> {
  const contents = await checkBackup(file, options);
  const { demo: saved } = contents.head;
  if (saved === null || saved === demo) return contents;
  throw new UserFacingError(
    saved
      ? 'This backup holds simulated weather: restore it with the settings of the demo (without --real, a key or a source).'
      : 'This backup holds real weather: restore it with --real, or with the settings that it was made with.',
  );
}

/**
 * Puts a checked backup into an empty database, in one transaction: all of it or nothing. The tables are first brought to
 * the state they had when it was made, and to the newest one afterwards.
 * @throws UserFacingError when the database is not empty
 */
export async function restoreBackup(
  pool: Pool,
  file: string,
  { head }: Contents,
  options: RestoreOptions,
): Promise<Contents> {
  // Before its tables are brought anywhere.
  await refuseContents(pool);
  await migrate(options.url, options.logger, head.migrations);
  const client = await pool.connect();
  let restored: Contents;
  try {
    await client.query(`BEGIN; ${SESSION}`);
    restored = await readBackup(file, await restorer(client), options);
    await client.query('COMMIT');
  } finally {
    // Closed, it undoes what was not committed, also in the middle of a COPY.
    client.release(true);
  }
  await migrate(options.url, options.logger);
  await pool.query('ANALYZE');
  return restored;
}

/** A database that has tables, but not ours, is somebody else's, also without rows. */
async function refuseContents(db: Queryable): Promise<void> {
  const tables = await readTables(db);
  const isOurs = (await appliedMigrations(db)).length > 0;
  for (const { name } of tables) if (!isOurs || (await hasRows(db, name))) throw notEmpty(name);
}

async function hasRows(db: Queryable, table: string): Promise<boolean> {
  const { rows } = await db.query(`SELECT FROM public.${pg.escapeIdentifier(table)} LIMIT 1`);
  return rows.length > 0;
}

async function restorer(client: PoolClient): Promise<Visitor> {
  // Programs that start meanwhile wait, as they do for migrations.
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  const tables = await readTables(client);
  const sequences = (await readSequences(client)).map(({ name }) => name);
  // Against writers first: what is empty then is so until the end.
  const names = tables.map(({ name }) => `public.${pg.escapeIdentifier(name)}`);
  await client.query(`LOCK TABLE ${names.join(', ')} IN SHARE ROW EXCLUSIVE MODE`);
  await refuseContents(client);
  return {
    head: (head) => refuseOtherState(client, head),
    table: (table, rows) => takeRows(client, known(tables, table), rows),
    sequence: (sequence) => setSequence(client, sequences, sequence),
  };
}

const notEmpty = (table: string): UserFacingError =>
  new UserFacingError(
    `The database is not empty (there is ${table}): a backup is restored into an empty one only. Nothing was ` +
      'changed. Stop the program, and name another DATA_DIR or an empty database in DATABASE_URL.',
  );

async function refuseOtherState(client: PoolClient, { migrations }: Head): Promise<void> {
  const applied = await appliedMigrations(client);
  if (applied.join() === migrations.join()) return;
  throw new UserFacingError(
    'The database has tables of another version than the backup, although they are empty: name a database without tables.',
  );
}

/** A table of the file, if the database has it with these columns; the names in a statement are the database's own. */
function known(tables: readonly Table[], { name, columns }: Table): Table {
  const table = tables.find((one) => one.name === name);
  if (table && columns.every((column) => table.columns.includes(column)))
    return { name: table.name, columns };
  throw new UserFacingError(`The backup holds a table ${name} that this database does not have so.`);
}

async function takeRows(client: PoolClient, table: Table, rows: AsyncIterable<Buffer>): Promise<number> {
  const copy = client.query(copyFrom(`COPY ${columnsOf(table)} FROM STDIN`));
  await pipeline(rows, copy);
  return copy.rowCount;
}

async function setSequence(
  client: PoolClient,
  known: readonly string[],
  { name, value, isCalled }: Sequence,
): Promise<void> {
  if (!known.includes(name))
    throw new UserFacingError(`The backup holds a sequence ${name} that is not there.`);
  const sequence = `public.${pg.escapeIdentifier(name)}`;
  await client.query('SELECT setval($1::regclass, $2, $3)', [sequence, value, isCalled]);
}
