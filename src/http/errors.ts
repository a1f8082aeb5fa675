import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { withoutCredentials } from '../errors.js';
import type { Logger } from '../logger.js';

/** What clients are told of requests that never became a query. */
const SENTENCES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read: it must be HTTP with a JSON body.',
  413: 'The body is too large: 100 KB at most, after inflation.',
  415: 'The body must be JSON: send Content-Type: application/json.',
};

/** Answers every failure in GraphQL's own form, without paths, stacks or other people's words. */
export function answerErrors(app: FastifyInstance, logger: Logger): void {
  app.setErrorHandler<FastifyError>((error, { id: correlationId }, reply) => {
    const status = statusOfFailure(error);
    if (status < 500) return refuse(reply, status, SENTENCES[status] ?? 'The request is not accepted.');
    logger.error(
      { correlationId, reason: withoutCredentials(error.stack ?? error.message) },
      'A request failed',
    );
    const message = `Something went wrong here; the log has it under ${correlationId}.`;
    return reply
      .code(500)
      .send({ errors: [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId } }] });
  });
  app.setNotFoundHandler((_request, reply) =>
    refuse(reply, 404, 'There is nothing here: try /graphql, /export, /schema.graphql, /healthz or /readyz.'),
  );
}

/** Answers an address that cannot be read, before there are routes and hooks to tell of it. */
export function refuseAddress(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  reply.header('x-content-type-options', 'nosniff');
  void refuse(reply, 400, 'The address cannot be read.');
}

/** Answers a request that is not taken, in GraphQL's own form. */
export function refuse(
  reply: FastifyReply,
  status: number,
  message: string,
  code = 'BAD_REQUEST',
): FastifyReply {
  return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
}

/** The status that a refusal of the API carries; of one with several errors, and of one without its own, 400. */
export function statusOf(error: unknown): number {
  const { extensions } = error as { extensions?: { http?: { status?: number } } };
  return extensions?.http?.status ?? 400;
}

/** Broken compression and an impossible Host are the client's doing, though they are not marked so. */
function statusOfFailure({ code = '', statusCode = 500 }: Partial<FastifyError>): number {
  return /^(Z_|ERR__|ERR_INVALID_URL$)/.test(code) ? 400 : statusCode;
}
