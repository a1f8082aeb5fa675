import { ArgumentError } from '../errors.js';
import { DAY_SECONDS, isoDay, isoInstant, parseDate, parseDuration, parseInstant } from './instants.js';

/** Longest span of hours or observations one field may ask for. */
export const LONGEST_SPAN_DAYS = 366;

export interface WindowArguments {
  range?: { from: string; to: string } | null | undefined;
  past?: string | null | undefined;
}

/**
 * Which part of time is asked for, in seconds since 1970: a half-open range, the time up to now, or the newest
 * part of what exists.
 */
export type TimeWindow =
  | { kind: 'RANGE'; from: number; to: number }
  | { kind: 'PAST'; seconds: number }
  | { kind: 'NEWEST'; seconds: number };

/** Checks `range` and `past` of a list of instants; without both, the newest day. */
export function parseTimeWindow(
  args: WindowArguments,
  prefix = '',
  longestDays = LONGEST_SPAN_DAYS,
): TimeWindow {
  refuseBoth(args, prefix);
  if (args.range) return parseRange(args.range, `${prefix}range`, longestDays);
  if (typeof args.past !== 'string') return { kind: 'NEWEST', seconds: DAY_SECONDS };
  const seconds = parseDuration(`${prefix}past`, args.past);
  if (seconds > longestDays * DAY_SECONDS) {
    throw new ArgumentError(`${prefix}past`, args.past, `at most P${longestDays}D`);
  }
  return { kind: 'PAST', seconds };
}

/** Checks a half-open range of instants. */
export function parseRange(
  range: { from: string; to: string },
  argument: string,
  longestDays = LONGEST_SPAN_DAYS,
) {
  const from = parseInstant(`${argument}.from`, range.from);
  const to = parseInstant(`${argument}.to`, range.to);
  if (to <= from) throw new ArgumentError(`${argument}.to`, range.to, `after ${isoInstant(from)}`);
  if (to - from > longestDays * DAY_SECONDS) {
    throw new ArgumentError(`${argument}.to`, range.to, `at most ${longestDays} days after from`);
  }
  return { kind: 'RANGE' as const, from, to };
}

/** Checks `range` and `past` of a list of local days; without both, the newest 30 days. Ranges become half-open. */
export function parseDateWindow(args: WindowArguments, prefix = ''): TimeWindow {
  refuseBoth(args, prefix);
  if (args.range) return parseDateRange(args.range, `${prefix}range`);
  if (typeof args.past !== 'string') return { kind: 'NEWEST', seconds: 30 * DAY_SECONDS };
  const seconds = parseDuration(`${prefix}past`, args.past);
  if (seconds % DAY_SECONDS !== 0) {
    throw new ArgumentError(`${prefix}past`, args.past, 'in whole days, such as P7D: local days are not cut');
  }
  return { kind: 'PAST', seconds: Math.min(seconds, LONGEST_PAST) };
}

/** Longer than there are days to ask for: 300 years. */
const LONGEST_PAST = 300 * 366 * DAY_SECONDS;

/** Checks a range of days with both ends; the answer is half-open. */
export function parseDateRange(range: { from: string; to: string }, argument: string) {
  const from = parseDate(`${argument}.from`, range.from);
  const to = parseDate(`${argument}.to`, range.to);
  if (to < from) throw new ArgumentError(`${argument}.to`, range.to, `${isoDay(from)} or later`);
  return { kind: 'RANGE' as const, from, to: to + DAY_SECONDS };
}

function refuseBoth(args: WindowArguments, prefix: string): void {
  if (args.range && typeof args.past === 'string') {
    throw new ArgumentError(`${prefix}past`, args.past, 'absent when range is given');
  }
}
