import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DATABASE_NAME, DATABASE_USER } from './cluster.js';
import { EmbeddedDatabaseError } from './errors.js';

/** The line of postmaster.pid that holds the port (PostgreSQL's miscadmin.h, LOCK_FILE_LINE_PORT). */
const PORT_LINE = 3;

/**
 * The address of an embedded database that another process runs, for commands beside a running program.
 * @throws EmbeddedDatabaseError when none runs there
 */
export async function attachEmbedded(dataDir: string): Promise<string> {
  try {
    const [lines, password] = await Promise.all([
      readFile(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'),
      readFile(path.join(dataDir, 'postgres.password'), 'utf8'),
    ]);
    const port = Number(lines.split('\n')[PORT_LINE]);
    const url = new URL(`postgresql://${DATABASE_USER}@127.0.0.1:${port}/${DATABASE_NAME}`);
    url.password = password.trim();
    return url.href;
  } catch {
    throw new EmbeddedDatabaseError(`No embedded database runs in ${dataDir}, or its files cannot be read.`);
  }
}
