import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Pool, PoolClient } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { UserFacingError } from '../errors.js';
import { describeWarehouse, readSequences, readTables, SESSION } from './contents.js';
import {
  columnsOf,
  COMMIT,
  END_OF_ROWS,
  writeFoot,
  writeHead,
  writeSequence,
  writeTable,
  type Table,
} from './format.js';

/** Payloads repeat themselves so much that more effort hardly makes files smaller, only backups longer. */
const GZIP = { level: 3, chunkSize: 2 ** 18 };

export interface BackupOptions {
  signal: AbortSignal;
  /** @param bytes written so far, before compression */
  onProgress: (table: string, bytes: number) => void;
}

export interface Backup {
  /** Rows by table. */
  rows: Record<string, number>;
  /** Before compression. */
  bytes: number;
  fileBytes: number;
}

/**
 * Writes everything the database holds, as it was at one moment, to a new file, while programs go on working on it. The
 * file is there once it is whole and on the disk, and readable by its owner only.
 * @throws UserFacingError when the file exists, or there is no warehouse
 */
export async function writeBackup(pool: Pool, file: string, options: BackupOptions): Promise<Backup> {
  await refuseExisting(file);
  const unfinished = `${file}.part`;
  const client = await pool.connect();
  const done: Backup = { rows: {}, bytes: 0, fileBytes: 0 };
  try {
    // One snapshot for all tables.
    await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${SESSION}`);
    const output = createWriteStream(unfinished, { mode: 0o600, flush: true });
    await pipeline(() => script(client, done, options), createGzip(GZIP), output, {
      signal: options.signal,
    });
    await rename(unfinished, file);
    return { ...done, fileBytes: (await stat(file)).size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    // It may be in the middle of a COPY that nobody reads any more.
    client.release(true);
  }
}

async function* script(client: PoolClient, done: Backup, options: BackupOptions): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = (chunk: Buffer | string): Buffer => {
    const bytes = Buffer.from(chunk);
    hash.update(bytes);
    done.bytes += bytes.length;
    return bytes;
  };
  yield hashed(writeHead(await describeWarehouse(client)));
  for (const table of await readTables(client)) {
    yield hashed(writeTable(table));
    for await (const chunk of rowsOf(client, table, done)) {
      yield hashed(chunk);
      options.onProgress(table.name, done.bytes);
    }
    yield hashed(`${END_OF_ROWS}\n`);
  }
  // They are not part of the snapshot: read last, they are never behind the rows.
  for (const sequence of await readSequences(client)) yield hashed(writeSequence(sequence));
  yield hashed(COMMIT);
  yield Buffer.from(writeFoot({ rows: done.rows, sha256: hash.digest('hex') }));
}

async function* rowsOf(client: PoolClient, table: Table, done: Backup): AsyncGenerator<Buffer> {
  const copy = client.query(copyTo(`COPY ${columnsOf(table)} TO STDOUT`));
  yield* copy as AsyncIterable<Buffer>;
  // The data ends before the statement does: the answer to another one says that the count is there.
  await client.query('SELECT');
  done.rows[table.name] = copy.rowCount;
}

async function refuseExisting(file: string): Promise<void> {
  if (await stat(file).catch(() => undefined))
    throw new UserFacingError(`${file} exists: a backup is not written over. Name another file.`);
}
