import type { Rejection } from '../../domain/observation.js';

/** 2000-01-01 and 9999-12-31: outside, it is in another unit (milliseconds, minutes) or nonsense. */
const EARLIEST = 946_684_800;
const LATEST = 253_402_300_799;

/**
 * The instant that Unix seconds in a reply stand for. Whether it lies in the future of the fetch is for the load
 * to say, which knows when the fetch was.
 */
export function observedAt(seconds: number, path: string): Date | Rejection {
  if (seconds >= EARLIEST && seconds <= LATEST) return new Date(seconds * 1000);
  return {
    reason: seconds > LATEST ? 'FUTURE' : 'OUT_OF_RANGE',
    path,
    value: String(seconds),
    detail: `${path} is ${seconds}: read as Unix seconds it is not between the years 2000 and 9999.`,
  };
}
