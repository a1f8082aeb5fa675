import { Agent, request } from 'node:http';
import type { Attack } from './attacks.js';

export interface Sent {
  status: number;
  milliseconds: number;
}

/** A client with connections and an address of its own: limits count by address. */
export class Client {
  readonly #agent: Agent;

  constructor(
    private readonly url: string,
    private readonly address: string,
    connections: number,
  ) {
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Sends one request and reads its answer. Status 0: the connection was cut, as for bodies that nobody wants. */
  send({ init, search = '' }: Pick<Attack, 'init' | 'search'>): Promise<Sent> {
    const begun = performance.now();
    return new Promise((resolve) => {
      const end = (status: number): void => resolve({ status, milliseconds: performance.now() - begun });
      const { method, headers, body } = init;
      const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
      const asking = request(
        `${this.url}/graphql${search}`,
        { method, headers: { ...headers, ...length }, agent: this.#agent, localAddress: this.address },
        (answer) => {
          const { statusCode = 0 } = answer;
          answer.on('error', () => end(statusCode)).on('end', () => end(statusCode));
          answer.resume();
        },
      );
      asking.on('error', () => end(0));
      asking.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

export const query = (text: string): Pick<Attack, 'init'> => ({
  init: {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text }),
  },
});

/** The middle one, or another quantile. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
}
