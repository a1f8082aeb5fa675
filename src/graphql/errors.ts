import { GraphQLError, type GraphQLErrorOptions } from 'graphql';

/** Longest piece of a caller's own value that an error repeats. */
const SHOWN_VALUE = 100;

/** Codes an error may carry to the outside, besides Apollo's own; documented in docs/querying.md. */
export type ErrorCode =
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'COST_LIMITED'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'OPERATION_NOT_LISTED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'RATE_LIMITED'
  | 'TIMEOUT'
  | 'SERVICE_UNAVAILABLE';

/** HTTP status of an error that keeps a request from running at all. */
const STATUS: Readonly<Record<ErrorCode, number | undefined>> = {
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  COST_LIMITED: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  OPERATION_NOT_LISTED: 403,
  // As Apollo answers it: clients then send the text.
  PERSISTED_QUERY_NOT_FOUND: 200,
  RATE_LIMITED: 429,
  TIMEOUT: undefined,
  SERVICE_UNAVAILABLE: 503,
};

/** An error whose code and text are meant for the caller. */
export function apiError(
  code: ErrorCode,
  message: string,
  extensions: Record<string, unknown> = {},
  options: GraphQLErrorOptions = {},
): GraphQLError {
  const status = STATUS[code];
  return new GraphQLError(message, {
    ...options,
    extensions: { code, ...(status !== undefined && { http: { status } }), ...extensions },
  });
}

/** An argument that does not fit. Where it stands in the query is added by whoever checks it. */
export class ArgumentError extends Error {
  override readonly name = 'ArgumentError';

  /**
   * @param argument its path from the field: "range.from"
   * @param value what was given
   * @param limit what is accepted, worded to follow "must be"
   */
  constructor(
    readonly argument: string,
    readonly value: unknown,
    readonly limit: string,
  ) {
    super(`${argument} must be ${limit}; it is ${shown(value)}.`);
  }
}

function shown(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length <= SHOWN_VALUE ? text : `${text.slice(0, SHOWN_VALUE)}…`;
}

/** The same as an error of the API. */
export function badUserInput(error: ArgumentError, options: GraphQLErrorOptions = {}): GraphQLError {
  const { argument, limit } = error;
  const text = shown(error.value);
  const value: unknown = text.endsWith('…') ? text : (error.value ?? null);
  return apiError('BAD_USER_INPUT', error.message, { argument, value, limit }, options);
}
