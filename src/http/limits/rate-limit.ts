import { HeaderMap } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { SECOND } from '../../domain/time.js';
import { apiError } from '../../graphql/errors.js';
import { clientOf } from '../../domain/client.js';
import { refuse } from '../errors.js';
import { PROBES } from '../health.js';

/** What one client may do in a minute on one process; 0 for as much as it likes. */
export interface RateLimits {
  requests: number;
  /** Of queries, as extensions.cost counts it. */
  cost: number;
}

const MINUTE_SECONDS = 60;

/** Counts requests and cost by client, in memory: each process for itself. */
export class RateLimit {
  readonly #requests: RateLimiterMemory | undefined;
  readonly #cost: RateLimiterMemory | undefined;

  constructor({ requests, cost }: RateLimits) {
    this.#requests = limiter(requests);
    this.#cost = limiter(cost);
  }

  /** Counts a request, and answers it when it is one too many. */
  readonly onRequest = async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> => {
    if (!this.#requests || PROBES.has(request.url)) return undefined;
    const wait = await consume(this.#requests, request.ip, 1);
    if (wait === undefined) return undefined;
    const message = `These are more than ${this.#requests.points} requests in a minute: try again in ${wait} s.`;
    return refuse(reply.header('retry-after', wait), 429, message, 'RATE_LIMITED');
  };

  /** Counts what a client's query costs. @throws GraphQLError RATE_LIMITED */
  async spend(address: string, cost: number): Promise<void> {
    if (!this.#cost) return;
    const wait = await consume(this.#cost, address, cost);
    if (wait === undefined) return;
    const headers = new HeaderMap([['retry-after', String(wait)]]);
    const message = `Your queries cost more than ${this.#cost.points} in a minute: try again in ${wait} s.`;
    throw apiError('RATE_LIMITED', message, { http: { status: 429, headers } });
  }
}

function limiter(points: number): RateLimiterMemory | undefined {
  return points === 0 ? undefined : new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
}

/** @returns seconds to wait; undefined when there is no need to */
async function consume(
  limit: RateLimiterMemory,
  address: string,
  points: number,
): Promise<number | undefined> {
  try {
    await limit.consume(clientOf(address), points);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / SECOND));
    throw refusal;
  }
}
