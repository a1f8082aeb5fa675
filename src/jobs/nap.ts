import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND } from '../domain/time.js';

/**
 * Sleeps, but not through the end of a run.
 * @throws the signal's reason when it is aborted before or meanwhile
 */
export async function nap(milliseconds: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

/** Milliseconds before another try: from a second doubling, give or take a half, against a herd. */
export function backOff(tries: number): number {
  return SECOND * 2 ** (tries - 1) * (0.5 + Math.random());
}
