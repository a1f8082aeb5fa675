import { SECOND } from '../domain/time.js';

export interface Lease {
  /** Milliseconds an owner may be silent before others take its run. */
  length: number;
  /** Milliseconds between two signs of life: a third of the length, so that two may be missed. */
  beat: number;
  /** Owners in a row that may die over a run without getting any further; then it is given up. */
  maxDeaths: number;
}

export const DEFAULT_LEASE = leaseOf(30 * SECOND);

/** A lease of a length in milliseconds, with what goes with it. */
export function leaseOf(length: number): Lease {
  return { length, beat: length / 3, maxDeaths: 5 };
}
