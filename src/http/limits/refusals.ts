import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf } from '../../domain/client.js';
import { MINUTE, SECOND } from '../../domain/time.js';
import { BODY_LIMIT } from '../body.js';
import { refuse } from '../errors.js';
import { PROBES } from '../health.js';

/** Milliseconds within which refused requests are counted. */
const WINDOW = 10 * SECOND;
/** Milliseconds of the first pause. Each of the next takes twice as long, up to the longest. */
const SHORTEST_PAUSE = SECOND;
const LONGEST_PAUSE = MINUTE;
/** Milliseconds after a pause that make the next one the first again. */
const FORGIVEN = 10 * MINUTE;
/** Bytes of a request that count as one more: documents made to hurt are long, those of people are not. */
const BYTES = 4_096;
/** What one request counts at most. */
const MOST_OF_ONE = 10;
/** Clients remembered; the one that was refused longest ago makes room. */
const MOST_CLIENTS = 10_000;
/** A page that is not there costs nothing; the other two are what limits answer. */
const NOT_COUNTED = new Set([404, 408, 429]);

interface Client {
  refused: number;
  answered: number;
  /** Milliseconds of the clock at which the counts begin anew. */
  countedUntil: number;
  /** At which the pause is over; 0 when there was none. */
  pausedUntil: number;
  pauses: number;
}

export interface RefusalOptions {
  /** Refused requests within the window that one client may send, large ones counting more; 0 for no limit. */
  most: number;
  /** Whether a request comes from an administrator, who is never made to pause. */
  isAdministrator: (request: FastifyRequest) => boolean;
  /** Milliseconds; a clock that only goes forward. */
  now?: () => number;
}

/**
 * Makes a client pause whose requests are refused again and again: reading a document in order to refuse it costs more
 * than most answers. During a pause its requests are answered before their bodies are read. Who is answered more often
 * than refused never pauses: behind one address there may be many, of whom one is wrong.
 */
export class Refusals {
  readonly #clients = new Map<string, Client>();
  readonly #now: () => number;

  constructor(private readonly options: RefusalOptions) {
    this.#now = options.now ?? (() => performance.now());
  }

  /** Sends away who is to pause. */
  readonly onRequest = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    const wait = PROBES.has(request.url) ? 0 : this.wait(request.ip);
    if (wait === 0 || this.options.isAdministrator(request)) {
      done();
      return;
    }
    // Nobody reads a body that would not be taken; a small one is read away, for the connection to serve on.
    if (isLarge(request)) reply.header('connection', 'close');
    const message = `Too many of your requests were refused: mend them, and try again in ${wait} s.`;
    void refuse(reply.header('retry-after', wait), 429, message, 'RATE_LIMITED');
  };

  readonly onResponse = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    this.note(request.ip, reply.statusCode, request.url.length + lengthOf(request));
    done();
  };

  /** Counts an answer by its status, and the bytes of its request. */
  note(address: string, status: number, bytes = 0): void {
    if (this.options.most === 0 || NOT_COUNTED.has(status)) return;
    const count = Math.min(MOST_OF_ONE, 1 + Math.floor(bytes / BYTES));
    if (status >= 400 && status < 500) this.#refused(clientOf(address), count);
    else if (this.#clients.size > 0) this.#answered(clientOf(address));
  }

  /** @returns seconds for which a client is to pause; 0 when it need not */
  wait(address: string): number {
    if (this.#clients.size === 0) return 0;
    const { pausedUntil = 0 } = this.#clients.get(clientOf(address)) ?? {};
    return Math.max(0, Math.ceil((pausedUntil - this.#now()) / SECOND));
  }

  #answered(network: string): void {
    const client = this.#clients.get(network);
    if (client) client.answered += 1;
  }

  #refused(network: string, count: number): void {
    const now = this.#now();
    const client = this.#of(network, now);
    client.refused += count;
    if (client.refused < this.options.most || client.refused <= client.answered) return;
    if (client.pausedUntil > now) return;
    client.pausedUntil = now + Math.min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** client.pauses);
    client.pauses += 1;
    client.countedUntil = client.pausedUntil;
  }

  /** The client's counts, moved to the end of those that are remembered. */
  #of(network: string, now: number): Client {
    const known = this.#clients.get(network);
    const client = known ?? { refused: 0, answered: 0, countedUntil: 0, pausedUntil: 0, pauses: 0 };
    this.#clients.delete(network);
    this.#makeRoom();
    this.#clients.set(network, client);
    if (client.countedUntil <= now)
      Object.assign(client, { refused: 0, answered: 0, countedUntil: now + WINDOW });
    if (client.pausedUntil + FORGIVEN <= now) client.pauses = 0;
    return client;
  }

  #makeRoom(): void {
    if (this.#clients.size < MOST_CLIENTS) return;
    const [oldest] = this.#clients.keys();
    if (oldest !== undefined) this.#clients.delete(oldest);
  }
}

/** Bytes of the body as it is sent; 0 when it is not told. */
const lengthOf = ({ headers }: FastifyRequest): number => Number(headers['content-length'] ?? 0);

/** Too large, or of a size that is not told. */
function isLarge(request: FastifyRequest): boolean {
  return request.headers['transfer-encoding'] !== undefined || lengthOf(request) > BODY_LIMIT;
}
