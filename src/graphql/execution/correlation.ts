const requests = new WeakMap<object, string>();

/** Remembers which request errors belong to: whoever writes them down later has nothing but the error. */
export function belongTo(requestId: string | undefined, errors: readonly object[] | undefined): void {
  if (requestId === undefined) return;
  for (const error of errors ?? []) requests.set(error, requestId);
}

/** The correlation id of the request that an error belongs to. */
export function requestOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null ? requests.get(error) : undefined;
}
