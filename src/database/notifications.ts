import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { SECOND } from '../domain/time.js';
import { messageOf } from '../errors.js';
import type { Logger } from '../logger.js';

export type NotificationHandler = (payload: string) => void;

/**
 * Listens to PostgreSQL's channels on a connection of its own and reconnects when that breaks. Notifications sent
 * meanwhile are lost, so handlers are called once after each reconnection, with an empty payload: look yourself.
 */
export class Notifications {
  #client: pg.Client | undefined;
  #stopped = false;

  constructor(
    private readonly connectionString: string,
    private readonly handlers: Readonly<Record<string, NotificationHandler>>,
    private readonly logger: Logger,
  ) {}

  /** Returns once it listens for the first time, or once the first attempt failed; it goes on trying. */
  async start(): Promise<void> {
    if (await this.#connect()) return;
    void this.#reconnect();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.connectionString, keepAlive: true });
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    client.on('notification', ({ channel, payload }) => this.handlers[channel]?.(payload ?? ''));
    try {
      await client.connect();
      for (const channel of Object.keys(this.handlers))
        await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      this.#client = client;
      return true;
    } catch (error) {
      this.logger.debug({ reason: messageOf(error) }, 'Cannot listen for notifications yet');
      await client.end().catch(() => undefined);
      return false;
    }
  }

  #lost(client: pg.Client): void {
    if (this.#stopped || this.#client !== client) return;
    this.#client = undefined;
    this.logger.warn('The connection that listens for notifications broke; polling goes on meanwhile');
    void this.#reconnect();
  }

  async #reconnect(): Promise<void> {
    for (let pause = SECOND; ; pause = Math.min(pause * 2, 30 * SECOND)) {
      await sleep(pause, undefined, { ref: false });
      if (this.#stopped) return;
      if (await this.#connect()) break;
    }
    for (const handler of Object.values(this.handlers)) handler('');
  }
}
