import { clientOf } from '../../domain/client.js';
import { SECOND } from '../../domain/time.js';

/** What live clients may hold open, and how long we wait for them. */
export interface LiveLimits {
  /** WebSockets and event streams of this process. */
  connections: number;
  /** The same of one client. */
  connectionsPerClient: number;
  /** Subscriptions that one WebSocket carries; an event stream carries one. */
  subscriptions: number;
  /** Milliseconds within which a WebSocket must say who it is. */
  greeting: number;
  /** Milliseconds between two signs of life. A WebSocket that has not answered the last one by the next is cut. */
  ping: number;
}

export const LIVE_LIMITS: LiveLimits = {
  connections: 1_000,
  connectionsPerClient: 50,
  subscriptions: 20,
  greeting: 5 * SECOND,
  ping: 12 * SECOND,
};

export type Refused = 'CLIENT_FULL' | 'FULL' | 'CLOSING';

/** The live connections of this process, counted and closable. */
export class LiveConnections {
  readonly #open = new Map<() => void, string>();
  readonly #ofClient = new Map<string, number>();
  #closing = false;

  constructor(readonly limits: LiveLimits) {}

  /**
   * Counts a connection in.
   * @param address that of the client
   * @param close how to end it when the server stops
   * @returns what counts it out again, or why it may not be
   */
  open(address: string, close: () => void): (() => void) | Refused {
    if (this.#closing) return 'CLOSING';
    const client = clientOf(address);
    const held = this.#ofClient.get(client) ?? 0;
    if (held >= this.limits.connectionsPerClient) return 'CLIENT_FULL';
    if (this.#open.size >= this.limits.connections) return 'FULL';
    this.#open.set(close, client);
    this.#ofClient.set(client, held + 1);
    return () => this.#leave(close);
  }

  get size(): number {
    return this.#open.size;
  }

  /** Takes no more, and ends those that are open. */
  close(): void {
    this.#closing = true;
    for (const close of [...this.#open.keys()]) close();
  }

  #leave(close: () => void): void {
    const client = this.#open.get(close);
    if (client === undefined) return;
    this.#open.delete(close);
    const held = (this.#ofClient.get(client) ?? 1) - 1;
    if (held === 0) this.#ofClient.delete(client);
    else this.#ofClient.set(client, held);
  }
}
