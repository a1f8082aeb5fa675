import { GraphQLError } from 'graphql';
import { apiError } from '../errors.js';

/**
 * SQLSTATEs and error codes of Node that say the database is not there, or is going, or has no room; 40001: a replica
 * cancelled a read in favour of its log, again and again.
 */
const UNAVAILABLE =
  /^(08...|40001|53...|57P0[123]|ECONN(REFUSED|RESET)|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;
/** How node-postgres words what has no code. */
const UNAVAILABLE_TEXT =
  /^(timeout exceeded when trying to connect|Query read timeout|Connection terminated|Client has encountered a connection error|Cannot use a pool after calling end)/;
/** 57014: cancelled by statement_timeout; 55P03: by lock_timeout. */
const TIMED_OUT = /^(57014|55P03)$/;

/**
 * An error of an execution as the API answers it: failures of the database that a caller can do something about get a
 * code of their own, and those of graphql-jit, which lack parts that Apollo relies on, become whole.
 */
export function rebuildError(error: GraphQLError): GraphQLError {
  const cause = error.originalError;
  // The compiled query's error class is another one: it may have neither extensions nor nodes.
  const { path, locations } = error as { path?: GraphQLError['path']; locations?: GraphQLError['locations'] };
  const known = cause ? databaseError(cause) : undefined;
  const extensions = known?.extensions ?? extensionsOf(error);
  const rebuilt = new GraphQLError(known?.message ?? error.message, {
    path,
    extensions,
    ...(cause && { originalError: cause }),
  });
  Object.defineProperty(rebuilt, 'locations', { value: locations, enumerable: true });
  return rebuilt;
}

/** The compiled query's error class may lack them. */
function extensionsOf(error: { extensions?: Record<string, unknown> }): Record<string, unknown> {
  return error.extensions ?? {};
}

function databaseError(cause: Error & { code?: unknown }): GraphQLError | undefined {
  const code = typeof cause.code === 'string' ? cause.code : '';
  if (TIMED_OUT.test(code)) {
    return apiError('TIMEOUT', 'The database took too long: ask for fewer cities or a shorter time.');
  }
  if (UNAVAILABLE.test(code) || UNAVAILABLE_TEXT.test(cause.message)) {
    return apiError('SERVICE_UNAVAILABLE', 'The database does not answer now: try again in a few seconds.');
  }
  return undefined;
}
