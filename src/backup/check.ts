import { knownMigrations } from '../database/migrate.js';
import { UserFacingError } from '../errors.js';
import type { Head } from './format.js';
import { readBackup, type Contents, type ReadOptions } from './read.js';
import { countRows } from './script-reader.js';

/**
 * Reads a backup to its end without a database: whether every byte is the one that was written, and whether this program
 * knows its tables.
 */
export function checkBackup(file: string, options: ReadOptions): Promise<Contents> {
  return readBackup(file, { head: refuseNewer, table: count, sequence: () => Promise.resolve() }, options);
}

async function count(_table: unknown, rows: AsyncIterable<Buffer>): Promise<number> {
  let counted = 0;
  for await (const piece of rows) counted += countRows(piece);
  return counted;
}

async function refuseNewer({ migrations }: Head): Promise<void> {
  const known = await knownMigrations();
  const unknown = migrations.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new UserFacingError(
      `A newer version of the program made this backup (${unknown.join(', ')}): restore it with that version.`,
    );
}
