import { HeaderMap } from '@apollo/server';
import { clientOf } from '../domain/client.js';
import { MINUTE, SECOND } from '../domain/time.js';
import type { Context } from './context.js';
import { apiError } from './errors.js';

/** Wrong keys that one client may send in a minute. */
export const ATTEMPTS_A_MINUTE = 5;
/** Clients remembered before those whose minute is over are forgotten. */
const MANY_CLIENTS = 10_000;

interface Spent {
  count: number;
  /** Milliseconds since 1970. */
  until: number;
}

/**
 * Counts wrong keys by client, each operation of a document for itself: fifty mutations under aliases are fifty
 * attempts. Once they are used up no key of that client is looked at before the minute is over, the right one neither:
 * else guessing would go on. The count is each process's own; a key of 256 random bits is safe from N times as many.
 */
export class Attempts {
  readonly #spent = new Map<string, Spent>();

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number = Date.now) {}

  /** Whether no key of this client is looked at now. */
  isSpent(client: string | null): boolean {
    const spent = client === null ? undefined : this.#of(clientOf(client), false);
    return spent !== undefined && spent.count >= ATTEMPTS_A_MINUTE;
  }

  /**
   * @param operations fields at the top of the document
   * @throws GraphQLError RATE_LIMITED when this client has tried too many wrong keys
   */
  admit({ key, client }: Pick<Context, 'key' | 'client'>, operations: number): void {
    // Who sends no key guesses none; who has no address is not on the network.
    if (key === 'ABSENT' || client === null) return;
    const spent = this.#of(clientOf(client), key === 'UNKNOWN');
    if (!spent) return;
    if (spent.count >= ATTEMPTS_A_MINUTE) throw this.#tooMany(spent);
    if (key === 'UNKNOWN') spent.count += operations;
    if (spent.count > ATTEMPTS_A_MINUTE) throw this.#tooMany(spent);
  }

  #of(network: string, begin: boolean): Spent | undefined {
    const known = this.#spent.get(network);
    if (known && known.until > this.now()) return known;
    if (!begin) return undefined;
    this.#forget();
    const fresh = { count: 0, until: this.now() + MINUTE };
    this.#spent.set(network, fresh);
    return fresh;
  }

  #forget(): void {
    if (this.#spent.size < MANY_CLIENTS) return;
    for (const [network, { until }] of this.#spent) {
      if (until <= this.now()) this.#spent.delete(network);
    }
  }

  #tooMany({ until }: Spent) {
    const retryAfterSeconds = Math.ceil((until - this.now()) / SECOND);
    const headers = new HeaderMap([['retry-after', String(retryAfterSeconds)]]);
    return apiError(
      'RATE_LIMITED',
      `More than ${ATTEMPTS_A_MINUTE} operations with wrong keys within a minute: ` +
        `no key from this address is looked at for the next ${retryAfterSeconds} s.`,
      { retryAfterSeconds, http: { status: 429, headers } },
    );
  }
}
