import { MINUTE, SECOND } from '../domain/time.js';

/** Whatever upstream says: at least a pause, and not so long that an absurd value stops a source for ever. */
const SHORTEST = 1 * SECOND;
const LONGEST = 15 * MINUTE;

/** The three spellings of a date in HTTP begin with the day of the week (RFC 9110, 5.6.7). */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/;

/**
 * The pause a Retry-After header asks for: seconds or a date. Clamped to 1 s to 15 min: negative seconds and dates in the
 * past become 1 s.
 * @returns milliseconds; null when the header is absent or says neither
 */
export function retryAfter(header: string | undefined, now: Date): number | null {
  const text = header?.trim() ?? '';
  const pause = /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) * SECOND : untilDate(text, now);
  return Number.isNaN(pause) ? null : Math.min(Math.max(Math.round(pause), SHORTEST), LONGEST);
}

function untilDate(text: string, now: Date): number {
  return HTTP_DATE.test(text) ? Date.parse(text) - now.getTime() : Number.NaN;
}
