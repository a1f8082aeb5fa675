import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../graphql/server.js';
import { askedBy } from './asked.js';
import { statusOf } from './errors.js';

/** Decides, before anything else looks at a request, which operation of the list it means, and whether it may be another. */
export class ListedRequests {
  readonly #texts = new WeakMap<FastifyRequest, string>();

  constructor(private readonly api: Api) {}

  /** The text that the list decided on; absent when the request's own counts. */
  of(request: FastifyRequest): string | undefined {
    return this.#texts.get(request);
  }

  readonly preHandler = async (
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<FastifyReply | undefined> => {
    try {
      const text = this.api.listed?.find(askedBy(request) ?? {});
      if (text !== undefined) this.#texts.set(request, text);
      return undefined;
    } catch (error) {
      return reply.code(statusOf(error)).send({ errors: this.api.live.format(error) });
    }
  };
}
