import { SECOND } from '../domain/time.js';

export interface CallDeadline {
  signal: AbortSignal;
  /** Why the call was ended, as a phrase; undefined while it was not. */
  expired: () => string | undefined;
  /** To be called when the call is over, however it went. */
  end: () => void;
}

/**
 * A signal that ends a call when its time is up or when the caller says so. Unlike a socket's timeout it also ends a
 * reply that drips in byte by byte. By hand and not AbortSignal.any, which keeps an entry for every call on a caller's
 * signal that lives as long as the program.
 */
export function callDeadline(milliseconds: number, caller?: AbortSignal): CallDeadline {
  const controller = new AbortController();
  let reason: string | undefined;
  const abort = (why: string): void => {
    reason ??= why;
    controller.abort();
  };
  const cancel = (): void => abort('call cancelled');
  const timer = setTimeout(() => abort(`no complete answer within ${milliseconds / SECOND} s`), milliseconds);
  caller?.addEventListener('abort', cancel, { once: true });
  if (caller?.aborted) cancel();
  return {
    signal: controller.signal,
    expired: () => reason,
    end: () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', cancel);
    },
  };
}
