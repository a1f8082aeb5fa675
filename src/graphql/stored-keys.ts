import { KEYS_CHANGED_CHANNEL, noteUse, usableKeys, type UsableKey } from '../database/keys/keys.js';
import { Notifications } from '../database/notifications.js';
import type { Queryable } from '../database/sql.js';
import { MINUTE, SECOND } from '../domain/time.js';
import { messageOf } from '../errors.js';
import type { Logger } from '../logger.js';

/** Between looks at the table when no notification comes: after this a revoked key opens nothing any more. */
const LONGEST_POLL = 5 * SECOND;

/**
 * The keys of the table api_keys, in memory: a request's key is compared without asking the database. A change is
 * heard at once, and found within seconds where the connection that hears it is broken.
 */
export class StoredKeys {
  #keys: readonly UsableKey[] = [];
  #notifications: Notifications | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #noted = new Map<number, number>();

  constructor(
    private readonly db: Queryable,
    private readonly logger: Logger,
  ) {}

  get keys(): readonly UsableKey[] {
    return this.#keys;
  }

  /** Reads the keys, and goes on watching them. @param url of the database, for notifications */
  async start(url: string): Promise<void> {
    await this.load();
    const changed = (): void => void this.#reload();
    this.#notifications = new Notifications(url, { [KEYS_CHANGED_CHANNEL]: changed }, this.logger);
    await this.#notifications.start();
    this.#timer = setInterval(changed, LONGEST_POLL).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#notifications?.stop();
  }

  async load(): Promise<void> {
    this.#keys = await usableKeys(this.db);
  }

  /** A key opened something: the table says so, to the minute. */
  used(id: number): void {
    const now = Date.now();
    if (now - (this.#noted.get(id) ?? -Infinity) < MINUTE) return;
    this.#noted.set(id, now);
    noteUse(this.db, id).catch((error: unknown) => {
      this.logger.warn({ reason: messageOf(error) }, 'The use of a key could not be written down');
    });
  }

  /** While the database is away the keys known last go on: with it away, they open nothing but errors. */
  async #reload(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      this.logger.debug({ reason: messageOf(error) }, 'The keys could not be read again');
    }
  }
}
