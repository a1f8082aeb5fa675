import type { UserError } from '../generated/resolvers.js';

/** What a caller can mend, as mutations answer it; documented in docs/querying.md. */
export type UserErrorCode =
  | 'NOT_FOUND'
  | 'NOT_TRACKED'
  | 'TOO_MANY'
  | 'RANGE_BACKWARDS'
  | 'RANGE_TOO_EARLY'
  | 'RANGE_IN_FUTURE'
  | 'RANGE_TOO_LONG'
  | 'INTERVAL_OUT_OF_BOUNDS'
  | 'SOURCE_NOT_IN_USE'
  | 'QUOTA_EXCEEDED'
  | 'NOT_CANCELLABLE'
  | 'INVALID'
  | 'NAME_TAKEN';

/** @param field path of the input field at fault, below `input` */
export function userError(code: UserErrorCode, message: string, ...field: string[]): UserError {
  return { code, message, field: ['input', ...field] };
}
