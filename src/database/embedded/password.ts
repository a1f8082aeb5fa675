import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { EmbeddedDatabaseError } from './errors.js';

/**
 * The database's password, generated once and kept readable for us only.
 * @param dataDir where its file lies
 * @param exists there is a database already, which knows the password
 */
export async function databasePassword(dataDir: string, exists: boolean): Promise<string> {
  const file = path.join(dataDir, 'postgres.password');
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return '';
  });
  if (kept !== '') return kept.trim();
  if (exists) {
    throw new EmbeddedDatabaseError(
      `${file}, with the password of the database beside it, is missing or empty: put it back from a backup.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  const fresh = `${file}.new`;
  await writeFile(fresh, `${password}\n`, { mode: 0o600, flush: true });
  await rename(fresh, file);
  return password;
}
