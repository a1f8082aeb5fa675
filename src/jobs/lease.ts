import { SECOND } from '../domain/time.js';

export interface Lease {
  /** Milliseconds an owner may be silent before others take its run. */
  length: number;
  /** Milliseconds between two signs of life: a third of the length, so that two may be missed. */
  beat: number;
  /** Owners in a row that may die over a run without getting any further; then it is given up. */
  maxDeaths: number;
}

export const DEFAULT_LEASE: Lease = { length: 30 * SECOND, beat: 10 * SECOND, maxDeaths: 5 };
