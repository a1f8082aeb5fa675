import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Binaries } from './binaries.js';
import { EmbeddedDatabaseError, remedyFor } from './errors.js';
import { run, type Launcher } from './launcher.js';
import { giveTo } from './ownership.js';

export const DATABASE_USER = 'weather';
export const DATABASE_NAME = 'weather';

/** Collation is by code point and case by Unicode, from PostgreSQL itself: the same on every host. */
const LOCALE = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** Unfinished clusters lie next to the finished one, under names that begin so. */
const UNFINISHED = 'postgres.unfinished-';

/**
 * Refuses a database of another major version, or a folder that is none. Changes nothing.
 * @returns whether there is a database
 */
export async function checkCluster(cluster: string, major: number): Promise<boolean> {
  const entries = await readdir(cluster).catch((error: unknown): string[] => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  });
  if (entries.length === 0) return false;
  if (!entries.includes('PG_VERSION')) {
    throw new EmbeddedDatabaseError(
      `${cluster} holds files but no PostgreSQL database. Move them away, or set DATA_DIR to another directory.`,
    );
  }
  const held = (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (held !== String(major)) {
    throw new EmbeddedDatabaseError(
      `${cluster} holds a database of PostgreSQL ${held}, but this program brings PostgreSQL ${major}, ` +
        `which cannot read it. Dump it with pg_dump of PostgreSQL ${held}, move the directory away, start again ` +
        `and restore the dump; or set DATABASE_URL to a PostgreSQL ${held} server on that directory.`,
    );
  }
  return true;
}

/**
 * Makes the database's folder. It is built under another name and renamed when finished, so that being
 * killed in the middle leaves nothing that looks like a database.
 * @param durable waits until everything is on the disk
 */
export async function createCluster(
  cluster: string,
  binaries: Binaries,
  launcher: Launcher,
  password: string,
  durable: boolean,
): Promise<void> {
  const workshop = path.join(path.dirname(cluster), `${UNFINISHED}${randomUUID()}`);
  const passwordFile = path.join(workshop, 'password');
  try {
    await mkdir(workshop, { mode: 0o700 });
    await writeFile(passwordFile, password, { mode: 0o600 });
    await giveTo(launcher.account, workshop);
    const built = path.join(workshop, 'cluster');
    const args = [
      '-D',
      built,
      '-U',
      DATABASE_USER,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      ...LOCALE,
    ];
    const sync = durable ? [] : ['--no-sync'];
    const done = await run(launcher, binaries.initdb, [...args, '--no-instructions', ...sync]);
    if (!done.ok) {
      throw new EmbeddedDatabaseError(
        `A new database cannot be made in ${cluster}: initdb ended with ${done.how} and said:\n${done.output}\n` +
          remedyFor(done.output),
      );
    }
    await rename(built, cluster);
    if (durable) await syncDirectory(path.dirname(cluster));
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Removes what killed starts left behind. One still being written by a dying initdb waits for the next time. */
export async function removeUnfinished(dataDir: string): Promise<void> {
  const entries = await readdir(dataDir);
  const unfinished = entries.filter((entry) => entry.startsWith(UNFINISHED));
  await Promise.allSettled(
    unfinished.map((entry) => rm(path.join(dataDir, entry), { recursive: true, force: true })),
  );
}

async function syncDirectory(directory: string): Promise<void> {
  // Windows has no such thing.
  if (process.platform === 'win32') return;
  const handle = await open(directory, 'r');
  await handle.sync().finally(() => handle.close());
}
