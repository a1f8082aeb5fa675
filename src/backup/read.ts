import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { InvalidInputError, messageOf } from '../errors.js';
import { readHead, readLine, type Foot, type Head, type Sequence, type Table } from './format.js';
import { BrokenBackupError, countRows, ScriptReader } from './script-reader.js';

/** What becomes of a backup's parts, in the order of the file. */
export interface Visitor {
  head(head: Head): Promise<void>;
  /** Takes all the rows of a table. @returns how many it took */
  table(table: Table, rows: AsyncIterable<Buffer>): Promise<number>;
  sequence(sequence: Sequence): Promise<void>;
}

export interface ReadOptions {
  signal: AbortSignal;
  /** Of the file's bytes. */
  onProgress: (bytes: number, total: number) => void;
}

export interface Contents {
  head: Head;
  /** Rows by table. */
  rows: Record<string, number>;
}

/**
 * Reads a backup from its first to its last byte. What the visitor did on the way holds only when this returns: whether a
 * file is whole shows at its end.
 * @throws BrokenBackupError when it is not what was written
 */
export async function readBackup(file: string, visitor: Visitor, options: ReadOptions): Promise<Contents> {
  const size = await sizeOf(file);
  const input = createReadStream(file, { highWaterMark: 2 ** 18 });
  const unzipped = createGunzip({ chunkSize: 2 ** 18 });
  let contents: Contents | undefined;
  try {
    await pipeline(
      input,
      unzipped,
      async (source: AsyncIterable<Buffer>) => {
        contents = await walk(new ScriptReader(watched(source)), visitor);
      },
      { signal: options.signal },
    );
  } catch (error) {
    throw brokenFile(file, error);
  }
  if (!contents) throw new Error('A backup was read without its contents');
  return contents;

  async function* watched(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      options.onProgress(input.bytesRead, size);
      yield chunk;
    }
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    throw new InvalidInputError(`${file} cannot be read: ${messageOf(error)}`);
  }
}

async function walk(reader: ScriptReader, visitor: Visitor): Promise<Contents> {
  const first = (await reader.line()) ?? '';
  const head = readHead(first);
  if (!head) throw new BrokenBackupError('It is not a backup that this program can read');
  reader.accept(first);
  await visitor.head(head);
  const rows: Record<string, number> = {};
  for (;;) {
    const line = await reader.line();
    if (line === null) throw new BrokenBackupError('Its end is missing');
    const read = readLine(line);
    if (read === null) throw new BrokenBackupError('It holds a line that no backup has');
    if (read.kind === 'foot') {
      compare(read.foot, rows, reader.digest());
      if ((await reader.line()) !== null) throw new BrokenBackupError('Something follows its end');
      return { head, rows };
    }
    reader.accept(line);
    if (read.kind === 'table') rows[read.table.name] = await takeTable(read.table, reader, visitor);
    if (read.kind === 'sequence') await visitor.sequence(read.sequence);
  }
}

async function takeTable(table: Table, reader: ScriptReader, visitor: Visitor): Promise<number> {
  let given = 0;
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of reader.rows()) {
      given += countRows(piece);
      yield piece;
    }
  }
  const taken = await visitor.table(table, counted());
  if (taken !== given) throw new BrokenBackupError(`Of ${table.name}, ${taken} of ${given} rows were taken`);
  return given;
}

function compare(foot: Foot, rows: Record<string, number>, sha256: string): void {
  if (foot.sha256 !== sha256) throw new BrokenBackupError('Its contents are not those that were written');
  const tables = new Set([...Object.keys(foot.rows), ...Object.keys(rows)]);
  for (const table of tables)
    if (foot.rows[table] !== rows[table])
      throw new BrokenBackupError(
        `It holds ${rows[table] ?? 0} rows of ${table}, not ${foot.rows[table] ?? 0}`,
      );
}

/** What zlib says of a cut or changed file, as a sentence; anything else as it is. */
function brokenFile(file: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!(error instanceof BrokenBackupError) && !code.startsWith('Z_')) return error;
  return new BrokenBackupError(`${file} cannot be restored: ${messageOf(error)}. Nothing was changed.`);
}
