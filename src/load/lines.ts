import { createReadStream, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InvalidInputError, messageOf } from '../errors.js';

/** As much as an upstream's reply may have; a longer line is no line of replies. */
const LONGEST_LINE = 1_000_000;
const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A file read line by line, plain or compressed, of any size in constant memory. */
export interface LineFile {
  /** The bytes of each line, without its end. */
  lines: AsyncGenerator<Buffer, void, undefined>;
  /** Bytes of the file read so far: of the compressed ones if it is compressed. */
  bytesRead: () => number;
  totalBytes: number;
}

/** @throws InvalidInputError when the file cannot be read; while iterating, when it is cut or no line file */
export async function openLines(path: string): Promise<LineFile> {
  const { totalBytes, compressed } = await look(path);
  const file = createReadStream(path);
  return {
    lines: named(path, split(compressed ? unzipped(file) : file)),
    bytesRead: () => file.bytesRead,
    totalBytes,
  };
}

/** Told by its first bytes, not by its name. */
async function look(path: string): Promise<{ totalBytes: number; compressed: boolean }> {
  try {
    const handle = await open(path);
    try {
      const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
      return { totalBytes: (await handle.stat()).size, compressed: buffer.equals(Buffer.of(0x1f, 0x8b)) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new InvalidInputError(`${path} cannot be read: ${messageOf(error)}`);
  }
}

function unzipped(file: ReadStream): AsyncIterable<Buffer> {
  // The iteration reports errors; pipeline hands those of the file on to it.
  return pipeline(file, createGunzip(), () => undefined);
}

async function* split(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    let text = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = text.indexOf(NEWLINE); end >= 0; end = text.indexOf(NEWLINE)) {
      yield withoutReturn(text.subarray(0, end));
      text = text.subarray(end + 1);
    }
    if (text.length > LONGEST_LINE) {
      throw new InvalidInputError(
        `a line has more than ${LONGEST_LINE} bytes: it must hold one reply a line`,
      );
    }
    rest = text;
  }
  if (rest.length > 0) yield withoutReturn(rest);
}

function withoutReturn(line: Buffer): Buffer {
  return line.at(-1) === CARRIAGE_RETURN ? line.subarray(0, -1) : line;
}

/** Puts the file's name before what goes wrong while it is read. */
async function* named(
  path: string,
  lines: AsyncGenerator<Buffer, void, undefined>,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* lines;
  } catch (error) {
    throw new InvalidInputError(`${path} cannot be read to its end: ${messageOf(error)}`);
  }
}
