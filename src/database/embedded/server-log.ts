import { open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/** With PostgreSQL beginning a new file every 10 MB: at most 50 MB. */
const KEPT_FILES = 5;
const TAIL_BYTES = 3_000;

/** The server's log files, oldest first: their names are times. */
async function logFiles(cluster: string): Promise<string[]> {
  const folder = path.join(cluster, 'log');
  const names = await readdir(folder).catch(() => []);
  return names.sort().map((name) => path.join(folder, name));
}

/** The end of what the server wrote since an instant, empty if it did not get so far. */
export async function logTail(cluster: string, since: Date): Promise<string> {
  const newest = (await logFiles(cluster)).at(-1);
  if (newest === undefined) return '';
  const { size, mtime } = await stat(newest);
  // A second's grace, as coarse as the clock of any file system we run on.
  if (mtime.getTime() < since.getTime() - 1_000) return '';
  const handle = await open(newest, 'r');
  try {
    const start = Math.max(0, size - TAIL_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(TAIL_BYTES), 0, TAIL_BYTES, start);
    return buffer.toString('utf8', 0, bytesRead).trim();
  } finally {
    await handle.close();
  }
}

/** Removes all but the newest log files; PostgreSQL itself never does. */
export async function pruneLogs(cluster: string): Promise<void> {
  const files = await logFiles(cluster);
  await Promise.all(files.slice(0, -KEPT_FILES).map((file) => rm(file, { force: true })));
}
