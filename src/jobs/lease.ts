import { SECOND } from '../domain/time.js';

export interface Lease {
  /** Milliseconds an owner may be silent before others take its run. */
  length: number;
  /** Milliseconds between two signs of life: a third of the length, so that two may be missed. */
  beat: number;
  /** Owners a run may have; the next death is its end. */
  maxAttempts: number;
}

export const DEFAULT_LEASE: Lease = { length: 30 * SECOND, beat: 10 * SECOND, maxAttempts: 5 };
