import { MINUTE, SECOND } from '../../domain/time.js';

/** Calls that may be made now; see isFresh. */
export interface Permit {
  kind: 'GRANTED';
  calls: number;
  /** Let through alone after failures, to see whether the source answers again. */
  probe: boolean;
  reservation: string;
  weight: number;
  periods: string[];
  /** By performance.now(). */
  usableUntil: number;
}

/** What the governor answers: go, wait (milliseconds), or why there is nothing to wait for. */
export type Verdict =
  | Permit
  | { kind: 'WAIT'; wait: number }
  | { kind: 'PAUSED'; wait: number; reason: string }
  | { kind: 'EXHAUSTED'; resetsAt: Date };

/** Whether a permit may still be used. */
export function isFresh(permit: Permit): boolean {
  return performance.now() < permit.usableUntil;
}

export interface PauseRequest {
  /** Milliseconds upstream asked for; null lets the pause grow by itself. */
  wait: number | null;
  first: number;
  longest: number;
  reason: string;
  /** False where the source did nothing wrong: a quota is used up. */
  failure?: boolean;
}

export interface Pause {
  until: Date;
  /** How many failures in a row led to it. */
  failures: number;
}

/** After 429 without a time: a minute, doubling to a quarter of an hour. */
export const THROTTLED_PAUSE = { first: MINUTE, longest: 15 * MINUTE };
/** After 401: long enough to be no nuisance, short enough to notice a mended key. */
export const UNAUTHORISED_PAUSE = { first: 15 * MINUTE, longest: 15 * MINUTE };
/** The circuit breaker's open time when nothing answers. */
export const UNAVAILABLE_PAUSE = { first: 30 * SECOND, longest: 10 * MINUTE };
