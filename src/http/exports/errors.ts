import type { FastifyReply } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { ArgumentError, badUserInput } from '../../graphql/errors.js';
import { rebuildError } from '../../graphql/execution/database-errors.js';
import { maskErrors } from '../../graphql/execution/mask.js';
import { messageOf } from '../../errors.js';
import type { Logger } from '../../logger.js';

/** What errors of the API say of the answer that carries them. */
interface HttpExtension {
  status?: number;
  headers?: Iterable<[string, string]>;
}

const STATUS: Readonly<Record<string, number>> = { TIMEOUT: 504, SERVICE_UNAVAILABLE: 503 };

/** Answers an error as the API does: the same codes, the same form; what nobody outside should know is masked. */
export function answerError(reply: FastifyReply, thrown: unknown, logger: Logger): FastifyReply {
  const error = known(thrown);
  const { http, ...extensions } = error.extensions as Record<string, unknown> & { http?: HttpExtension };
  const formatted: GraphQLFormattedError = { message: error.message, extensions };
  const shown = maskErrors(logger)(formatted, error.originalError ?? error);
  for (const [name, value] of http?.headers ?? []) reply.header(name, value);
  const status = http?.status ?? STATUS[String(shown.extensions?.code)] ?? 500;
  if (status === 503 && !reply.hasHeader('retry-after')) reply.header('retry-after', '5');
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ errors: [shown] });
}

function known(thrown: unknown): GraphQLError {
  if (thrown instanceof GraphQLError) return thrown;
  if (thrown instanceof ArgumentError) return badUserInput(thrown);
  const originalError = thrown instanceof Error ? thrown : new Error(messageOf(thrown));
  return rebuildError(new GraphQLError(originalError.message, { originalError }));
}
