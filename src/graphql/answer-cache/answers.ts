import type { DataVersion } from './data-version.js';

/** An answer as it went out. */
export interface Answer {
  body: Buffer;
  headers: Readonly<Record<string, string>>;
  /** Name of the operation it answers. */
  operation?: string | undefined;
}

interface Entry {
  version: string;
  answer: Answer;
}

/** What a look at the cache gives: an answer, or the right to keep the one that is computed now, or neither. */
export interface Look {
  found?: Answer;
  keep?: (answer: Answer) => void;
}

/** What an entry weighs besides its body and key. */
const OVERHEAD = 400;
/** Requests remembered by key alone: what comes once is not worth keeping. */
const MOST_SEEN = 10_000;

/**
 * Answers by request, good for one version of the data.
 *
 * Never stale: an answer is given only if a version read after the request came equals the one read before the answer
 * was computed. Versions never come back, so nothing has committed since then, and whatever the answer was computed from
 * is what the database shows now. An answer computed while something committed is kept under the old version, which no
 * later look will see again.
 */
export class AnswerCache {
  readonly #entries = new Map<string, Entry>();
  readonly #seen = new Set<string>();
  #version = '';
  #bytes = 0;

  /** @param limit bytes that answers may take, with their keys */
  constructor(
    private readonly data: Pick<DataVersion, 'current'>,
    private readonly limit: number,
  ) {}

  get bytes(): number {
    return this.#bytes;
  }

  /** @param key everything that the answer depends on besides the data */
  async look(key: string): Promise<Look> {
    if (!this.#entries.has(key) && this.#isNew(key)) return {};
    const version = await this.data.current().catch(() => undefined);
    // Whoever computes the answer will be told what is the matter with the database.
    if (version === undefined) return {};
    this.#moveTo(version);
    const entry = this.#entries.get(key);
    if (entry?.version !== version) return { keep: (answer) => this.#keep(key, { version, answer }) };
    // Last in the map is last used.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return { found: entry.answer };
  }

  #isNew(key: string): boolean {
    if (this.#seen.has(key)) return false;
    if (this.#seen.size >= MOST_SEEN) this.#seen.clear();
    this.#seen.add(key);
    return true;
  }

  /** What belongs to an earlier version is of no use any more. */
  #moveTo(version: string): void {
    if (version === this.#version) return;
    this.#version = version;
    this.#entries.clear();
    this.#bytes = 0;
  }

  #keep(key: string, entry: Entry): void {
    const weight = weightOf(key, entry.answer);
    // One that is large would push out all others.
    if (entry.version !== this.#version || weight > this.limit / 4 || this.#entries.has(key)) return;
    this.#entries.set(key, entry);
    this.#bytes += weight;
    for (const [oldest, { answer }] of this.#entries) {
      if (this.#bytes <= this.limit) return;
      this.#entries.delete(oldest);
      this.#bytes -= weightOf(oldest, answer);
    }
  }
}

const weightOf = (key: string, { body }: Answer): number => body.length + 2 * key.length + OVERHEAD;
