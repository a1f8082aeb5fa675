import type { FastifyReply, FastifyRequest } from 'fastify';
import { SECOND } from '../../domain/time.js';
import { refuse } from '../errors.js';

export interface AdmissionLimits {
  /** Operations under way at once. */
  running: number;
  /** Operations that wait for one of them to end. */
  waiting: number;
  /** Milliseconds they wait at most. */
  patience: number;
}

/** Three operations a connection of the pool: one asks the database while others are checked and written out. */
export const ADMISSION: AdmissionLimits = { running: 32, waiting: 320, patience: SECOND };

/** Seconds after which a client that was sent away may find room. */
const RETRY_AFTER = 1;

interface Waiter {
  enter(admitted: boolean): void;
}

/**
 * Lets only so many operations run at once. Under more load than there is room for they are done as fast as ever, and
 * the rest waits, though not for long: who is sent away comes again at once, and to refuse the same client over and over
 * would take more of the processor than to answer it. Who cannot even wait is refused before the body is read.
 */
export class Admission {
  #running = 0;
  readonly #waiting = new Set<Waiter>();

  constructor(private readonly limits: AdmissionLimits) {}

  /** Sends away who could not even wait. */
  readonly onRequest = async (
    { method }: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> =>
    // A GET has no body, and may be for a page.
    method === 'POST' && this.#isFull() ? sendAway(reply) : undefined;

  /** Waits for room, or answers that there is none. Room is given back when the reply is over. */
  readonly preHandler = async (
    _request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> => ((await this.#enter(reply)) ? undefined : sendAway(reply));

  #isFull(): boolean {
    return this.#running >= this.limits.running && this.#waiting.size >= this.limits.waiting;
  }

  async #enter({ raw }: FastifyReply): Promise<boolean> {
    const admitted = this.#running < this.limits.running ? this.#take() : await this.#wait();
    if (!admitted) return false;
    // Closed while it waited: the event is over.
    if (raw.closed) this.#leave();
    else raw.once('close', () => this.#leave());
    return true;
  }

  #take(): true {
    this.#running += 1;
    return true;
  }

  #wait(): Promise<boolean> {
    if (this.#isFull()) return Promise.resolve(false);
    return new Promise((resolve) => {
      const waiter: Waiter = {
        enter: (admitted) => {
          clearTimeout(timer);
          this.#waiting.delete(waiter);
          resolve(admitted);
        },
      };
      const timer = setTimeout(() => waiter.enter(false), this.limits.patience);
      this.#waiting.add(waiter);
    });
  }

  #leave(): void {
    const [next] = this.#waiting;
    // The room goes straight to the one who waited longest.
    if (next) next.enter(true);
    else this.#running -= 1;
  }
}

function sendAway(reply: FastifyReply): FastifyReply {
  const message = 'The server has as much to do as it can take: try again in a moment.';
  return refuse(reply.header('retry-after', RETRY_AFTER), 503, message, 'SERVICE_UNAVAILABLE');
}
