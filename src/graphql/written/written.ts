import { randomUUID } from 'node:crypto';

/** Stands for a list while the rest of an answer becomes text, with its number. Nobody can send it: it is this process's. */
const MARK = `written ${randomUUID()} `;
const MARKS = new RegExp(`"${MARK}(\\d+)"`);

let isForAssembly = false;

/** A list that is written when its answer is sent: its items are JSON. */
export class Written {
  /** @param number among the lists of its answer */
  constructor(
    readonly number: number,
    readonly length: number,
    readonly write: (index: number) => string,
  ) {}

  /** For whoever turns an answer into text in another way than `stringify`. */
  toJSON(): unknown {
    if (isForAssembly) return `${MARK}${this.number}`;
    return JSON.parse(`[${Array.from({ length: this.length }, (_, i) => this.write(i)).join(',')}]`);
  }
}

/** An answer as text, with marks in place of its written lists: `assemble` puts them in. */
export function stringify(answer: unknown): string {
  isForAssembly = true;
  try {
    return `${JSON.stringify(answer)}\n`;
  } finally {
    isForAssembly = false;
  }
}

/** An answer's bytes. */
export function assemble(text: string, lists: readonly Written[]): Buffer {
  if (lists.length === 0) return Buffer.from(text);
  const bytes = new Bytes();
  // What a mark names stands between what is around it.
  text.split(MARKS).forEach((part, i) => {
    const list = i % 2 === 1 ? lists[Number(part)] : undefined;
    if (list) writeList(bytes, list);
    else bytes.add(part);
  });
  return bytes.taken();
}

function writeList(bytes: Bytes, { length, write }: Written): void {
  bytes.add('[');
  for (let i = 0; i < length; i += 1) bytes.add(i === 0 ? write(i) : `,${write(i)}`);
  bytes.add(']');
}

/** Characters that are collected before they are written: each writing costs as much as a hundred of them. */
const BATCH = 1024;

/** Kept for all answers: what is allocated anew for each costs more than what is written into it. */
let room = Buffer.allocUnsafe(2 ** 18);

/** Most bytes that a character takes. */
const WIDEST = 3;

class Bytes {
  #length = 0;
  #collected = '';

  add(text: string): void {
    this.#collected += text;
    if (this.#collected.length >= BATCH) this.#write();
  }

  #write(): void {
    const needed = this.#length + WIDEST * this.#collected.length;
    if (needed > room.length) room = Buffer.concat([room.subarray(0, this.#length)], 2 * needed);
    this.#length += room.write(this.#collected, this.#length);
    this.#collected = '';
  }

  taken(): Buffer {
    this.#write();
    return Buffer.from(room.subarray(0, this.#length));
  }
}
