import type { FormattedExecutionResult } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { expect } from 'vitest';
import { WebSocket, type ClientOptions } from 'ws';
import type { TestServer } from '../testing.js';

type Answer = FormattedExecutionResult<Record<string, unknown>, unknown>;

export const ADDED = `subscription Added($ids: [ID!]!) {
  observationAdded(cityIds: $ids) { city { id name } observedAt airTemperature source { source } } }`;

export const wsUrl = (server: TestServer): string => `${server.url.replace('http', 'ws')}/graphql`;

/** Waits until this many subscriptions run on a server. */
export const subscribed = (server: TestServer, count: number): Promise<void> =>
  expect.poll(() => server.subscribers(), { timeout: 20_000 }).toBe(count);

/** A client by hand, with a socket to misbehave with, that subscribes as soon as it may. */
export function rawSubscriber(
  server: TestServer,
  options: ClientOptions = {},
  payload: object = { query: ADDED, variables: { ids: ['1'] } },
): WebSocket {
  const socket = new WebSocket(wsUrl(server), 'graphql-transport-ws', options);
  socket.once('open', () => socket.send('{"type":"connection_init"}'));
  socket.once('message', () => socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload })));
  return socket;
}

/** Clients and subscriptions of a test, let go after it. */
export class Clients {
  readonly #leaving: (() => unknown)[] = [];

  ws(server: TestServer, connectionParams: Record<string, unknown> = {}): Client {
    const client = createClient({
      url: wsUrl(server),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams,
    });
    this.#leaving.push(() => client.dispose());
    return client;
  }

  onLeave(leave: () => unknown): void {
    this.#leaving.push(leave);
  }

  /** The next answers of a subscription, in order; fewer when it completes. */
  listen(answers: AsyncIterableIterator<unknown>): (count: number) => Promise<Answer[]> {
    this.#leaving.push(() => answers.return?.());
    return async (count) => {
      const got: Answer[] = [];
      while (got.length < count) {
        const result = (await answers.next()) as IteratorResult<Answer, unknown>;
        if (result.done === true) break;
        got.push(result.value);
      }
      return got;
    };
  }

  async leave(): Promise<void> {
    for (const leave of this.#leaving.splice(0)) await leave();
  }
}
