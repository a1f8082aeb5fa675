/** An error whose message is written for the person who must act on it: what happened, with what, what to do. */
export class UserFacingError extends Error {
  override readonly name: string = 'UserFacingError';
}

/** Something asked for does not fit: settings, arguments, a selector. */
export class InvalidInputError extends UserFacingError {
  override readonly name = 'InvalidInputError';
}

/** The text of anything thrown, without stack or cause. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node puts a failed connection to several addresses into one AggregateError without a message.
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  return error.message;
}

/** Replaces every user:password@ of a URL in a text: drivers and engines quote connection strings. */
export function withoutCredentials(text: string): string {
  return text.replace(/([a-z][a-z0-9+.-]*:\/\/)[^/\s@]*@/gi, '$1***@');
}
