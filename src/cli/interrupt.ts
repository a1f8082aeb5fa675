import { EXIT } from './exit-codes.js';

let controller: AbortController | undefined;

/** A signal that Ctrl-C, or a stop from outside, aborts; the second one ends the process at once. */
export function interrupted(): AbortSignal {
  if (controller) return controller.signal;
  const fresh = (controller = new AbortController());
  const stop = (): void => {
    if (fresh.signal.aborted) process.exit(EXIT.INTERRUPTED);
    fresh.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return fresh.signal;
}
