import { DAY, HOUR, MINUTE, SECOND } from '../../domain/time.js';

/** Our clock and theirs differ: a call a moment too early would wait for another whole hour or day. */
const MARGIN = 5 * SECOND;
/** The free plan works on one call at a time and queues six more: a short wait empties the queue. */
const CONCURRENCY_PAUSE = 2 * SECOND;

/**
 * The pause that the `reason` of an Open-Meteo 429 asks for: "Minutely / Hourly / Daily API request limit exceeded …",
 * "Too many concurrent requests". Hours and days are UTC's.
 * @returns milliseconds; null when it names none of these
 */
export function pauseNamed(reason: string, now: Date): number | null {
  if (/concurrent/i.test(reason)) return CONCURRENCY_PAUSE;
  if (/minute/i.test(reason)) return MINUTE;
  if (/hour/i.test(reason)) return untilNext(HOUR, now) + MARGIN;
  if (/dai?ly|day|tomorrow/i.test(reason)) return untilNext(DAY, now) + MARGIN;
  return null;
}

function untilNext(period: number, now: Date): number {
  return period - (now.getTime() % period);
}
