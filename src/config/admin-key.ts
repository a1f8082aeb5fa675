import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface AdminKey {
  key: string;
  /** Where a generated key lies; null when the operator set one. */
  file: string | null;
}

/**
 * The administrator's key: the configured one, or one generated on first start and kept in the data directory,
 * readable by its owner alone.
 */
export async function adminKey(configured: string | undefined, dataDir: string): Promise<AdminKey> {
  if (configured) return { key: configured, file: null };
  const file = path.join(dataDir, 'admin-key');
  await mkdir(dataDir, { recursive: true });
  try {
    // "wx" refuses to overwrite: of two processes that start at once, one writes and both read.
    await writeFile(file, randomBytes(24).toString('base64url') + '\n', { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return { key: (await readFile(file, 'utf8')).trim(), file };
}
