import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { UserFacingError } from '../errors.js';
import type { Logger } from '../logger.js';
import { withSchemaEngine } from './schema-engine.js';
import type { Queryable } from './sql.js';

const MIGRATIONS_DIRECTORY = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
/** Any fixed number that nothing else locks: "weather" read as letters on a phone. */
export const MIGRATION_LOCK = 9328437;

/**
 * Brings a database to the newest schema. Safe when several replicas start at once: one applies, the others
 * wait and find nothing to do. Each migration is one transaction, so an interrupted one left nothing behind.
 * @param only names of the migrations to stop at, for the state of an older program; all of them when absent
 * @throws UserFacingError when a newer program has been here
 */
export async function migrate(
  connectionString: string,
  logger: Logger,
  only?: readonly string[],
): Promise<void> {
  const lock = new pg.Client({ connectionString });
  lock.on('error', (error) => logger.warn({ err: error }, 'The connection that guards migrations broke'));
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const { missing, unknown } = await standingOf(lock);
    refuseNewer(unknown);
    // As a rule there is nothing to do, and no need to start the engine.
    if (missing.length === 0) return;
    await forgetInterrupted(lock);
    const applied = await apply(connectionString, only);
    if (applied.length > 0) logger.info({ migrations: applied }, 'Database schema brought up to date');
  } finally {
    await lock.end();
  }
}

/** How a database stands to this program. */
interface Standing {
  /** Migrations that it lacks; all of them for an empty one. */
  missing: string[];
  /** Migrations that a newer program has made, and this one does not know. */
  unknown: string[];
}

/** Compares the migrations of a database with those of this program. */
export async function standingOf(db: Queryable): Promise<Standing> {
  const [names, applied] = await Promise.all([knownMigrations(), appliedMigrations(db)]);
  return {
    missing: names.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !names.includes(name)),
  };
}

/** The migrations that this program has, oldest first. */
export async function knownMigrations(): Promise<string[]> {
  const entries = await readdir(MIGRATIONS_DIRECTORY, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The migrations that a database has seen to their end, oldest first. */
export async function appliedMigrations(db: Queryable): Promise<string[]> {
  if (!(await isKnown(db))) return [];
  const { rows } = await db.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY 1',
  );
  return rows.map(({ name }) => name);
}

/** What it changed is not known here, so that nothing could be promised of what this program would write. */
function refuseNewer(unknown: readonly string[]): void {
  if (unknown.length === 0) return;
  throw new UserFacingError(
    `A newer version of the program has brought this database further (${unknown.join(', ')}): start that version, or ` +
      'restore a backup from before the upgrade into an empty database (docs/operating.md). Nothing was changed.',
  );
}

async function apply(connectionString: string, only?: readonly string[]): Promise<string[]> {
  const names = await knownMigrations();
  const input = {
    migrationsList: await readMigrations(only ? names.filter((name) => only.includes(name)) : names),
    filters: { externalTables: [], externalEnums: [] },
  };
  const output = await withSchemaEngine(connectionString, (engine) => engine.applyMigrations(input));
  return output.appliedMigrationNames;
}

/**
 * The engine refuses to go on after a migration that started and never finished. Here such a row only means
 * that a process died in the middle, and PostgreSQL has undone its transaction.
 */
async function forgetInterrupted(client: pg.Client): Promise<void> {
  if (!(await isKnown(client))) return;
  await client.query(
    `UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL`,
  );
}

async function isKnown(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ known: boolean }>(
    `SELECT to_regclass('_prisma_migrations') IS NOT NULL AS known`,
  );
  return rows[0]?.known === true;
}

/** The migrations on disk, oldest first, as the schema engine wants them. */
async function readMigrations(names: readonly string[]): Promise<MigrationList> {
  return {
    baseDir: MIGRATIONS_DIRECTORY,
    lockfile: {
      path: 'migration_lock.toml',
      content: await readFile(path.join(MIGRATIONS_DIRECTORY, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(names.map(readMigration)),
  };
}

async function readMigration(name: string): Promise<MigrationList['migrationDirectories'][number]> {
  const value = await readFile(path.join(MIGRATIONS_DIRECTORY, name, 'migration.sql'), 'utf8');
  return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } };
}
