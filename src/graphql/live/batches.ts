import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND } from '../../domain/time.js';
import { messageOf } from '../../errors.js';
import type { Logger } from '../../logger.js';

/** Keys that may wait for the database, at most; the oldest make room. */
const MOST_WAITING = 20_000;
const PAUSE_AFTER_FAILURE = SECOND;

/** Collects keys and reads them together: one statement at a time, whatever comes meanwhile is the next one's. */
export class Batches<Key> {
  #waiting = new Map<string, Key>();
  #working = false;
  #stopped = false;

  constructor(
    private readonly read: (keys: Key[]) => Promise<void>,
    private readonly logger: Logger,
  ) {}

  add(keys: Iterable<readonly [string, Key]>): void {
    for (const [name, key] of keys) this.#waiting.set(name, key);
    for (const name of this.#waiting.keys()) {
      if (this.#waiting.size <= MOST_WAITING) break;
      this.#waiting.delete(name);
    }
    if (!this.#working) void this.#work();
  }

  stop(): void {
    this.#stopped = true;
    this.#waiting.clear();
  }

  async #work(): Promise<void> {
    this.#working = true;
    while (this.#waiting.size > 0 && !this.#stopped) {
      const taken = this.#waiting;
      this.#waiting = new Map();
      try {
        await this.read([...taken.values()]);
      } catch (error) {
        this.logger.warn({ reason: messageOf(error) }, 'Cannot read for subscribers; trying again');
        this.#waiting = new Map([...taken, ...this.#waiting]);
        await sleep(PAUSE_AFTER_FAILURE, undefined, { ref: false });
      }
    }
    this.#working = false;
  }
}
