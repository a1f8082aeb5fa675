import { createHash } from 'node:crypto';
import { UserFacingError } from '../errors.js';
import { END_OF_ROWS } from './format.js';

const NEWLINE = 10;
const END = Buffer.from(`${END_OF_ROWS}\n`);
const NEWLINE_AND_END = Buffer.from(`\n${END_OF_ROWS}\n`);
/** Longer than any line outside the rows: more is not a backup. */
const LONGEST_LINE = 2 ** 20;

/** Thrown for a file that is not what a backup wrote. */
export class BrokenBackupError extends UserFacingError {
  override readonly name = 'BrokenBackupError';
}

/** Reads a script from a stream of bytes: lines, and the rows of COPY blocks as they come, never all of them. */
export class ScriptReader {
  readonly #source: AsyncIterator<Buffer>;
  readonly #hash = createHash('sha256');
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The next line; it counts for the digest only by `accept`. @returns null at the end */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.#held.indexOf(NEWLINE);
      if (end >= 0) return this.#take(end + 1).toString('utf8', 0, end);
      if (this.#held.length > LONGEST_LINE) throw new BrokenBackupError('It is not a backup of this program');
      if (!(await this.#more())) return this.#held.length === 0 ? null : this.#cut();
    }
  }

  accept(line: string): void {
    this.#hash.update(`${line}\n`);
  }

  /** The rows of a COPY block, in pieces that end where rows end; what follows is the line after the block. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      if (this.#held.subarray(0, END.length).equals(END)) {
        this.#hash.update(this.#take(END.length));
        return;
      }
      const end = this.#held.indexOf(NEWLINE_AND_END);
      const length = (end >= 0 ? end : this.#held.lastIndexOf(NEWLINE)) + 1;
      if (length > 0) {
        const piece = this.#take(length);
        this.#hash.update(piece);
        yield piece;
      } else if (!(await this.#more())) this.#cut();
    }
  }

  /** SHA-256 of all lines accepted and all rows, in hexadecimal; once. */
  digest(): string {
    return this.#hash.digest('hex');
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done) return false;
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return true;
  }

  #cut(): never {
    throw new BrokenBackupError('It ends in the middle');
  }
}

/** How many rows a piece holds: COPY writes a newline within a value as \n. */
export function countRows(piece: Buffer): number {
  let rows = 0;
  for (let at = piece.indexOf(NEWLINE); at >= 0; at = piece.indexOf(NEWLINE, at + 1)) rows += 1;
  return rows;
}
