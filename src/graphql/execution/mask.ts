import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import { messageOf, withoutCredentials } from '../../errors.js';
import type { Logger } from '../../logger.js';
import { requestOf } from './correlation.js';

/** Codes whose texts are written for callers, by us or by Apollo. */
export const PUBLIC_CODES: ReadonlySet<unknown> = new Set([
  'BAD_REQUEST',
  'BAD_USER_INPUT',
  'COST_LIMITED',
  'FORBIDDEN',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_NOT_LISTED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'RATE_LIMITED',
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
  'UNAUTHENTICATED',
]);

/**
 * Lets errors meant for callers pass; any other becomes a fixed text with a number under which the log has the rest.
 */
export function maskErrors(logger: Logger) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (PUBLIC_CODES.has(formatted.extensions?.code)) return formatted;
    const correlationId = requestOf(error) ?? randomUUID();
    logger.error({ correlationId, ...described(error) }, 'A query failed');
    return {
      message: `Something went wrong here; the log has it under ${correlationId}.`,
      ...(formatted.path && { path: formatted.path }),
      ...(formatted.locations && { locations: formatted.locations }),
      extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId },
    };
  };
}

/** Drivers quote connection strings in messages. */
function described(error: unknown): { reason: string; stack?: string } {
  const stack = error instanceof Error ? error.stack : undefined;
  return {
    reason: withoutCredentials(messageOf(error)),
    ...(stack !== undefined && { stack: withoutCredentials(stack) }),
  };
}
