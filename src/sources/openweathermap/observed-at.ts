import type { Rejection } from '../../domain/observation.js';

/** 2000-01-01 and 9999-12-31: outside, `dt` is in another unit (milliseconds, minutes) or nonsense. */
const EARLIEST = 946_684_800;
const LATEST = 253_402_300_799;

/**
 * The instant a reply's `dt` (Unix seconds) stands for. Whether it lies in the future of the fetch is for the load
 * to say, which knows when the fetch was.
 */
export function observedAt(dt: number): Date | Rejection {
  if (dt >= EARLIEST && dt <= LATEST) return new Date(dt * 1000);
  return {
    reason: dt > LATEST ? 'FUTURE' : 'OUT_OF_RANGE',
    path: 'dt',
    value: String(dt),
    detail: `dt is ${dt}: read as Unix seconds it is not between the years 2000 and 9999.`,
  };
}
