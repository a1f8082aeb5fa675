import { FIRST_ARCHIVE_DAY } from '../../domain/archive.js';
import { SECOND, type TimeWindow } from '../../domain/time.js';
import { DAY_SECONDS, isoDay, isoInstant, parseDate, parseInstant } from '../arguments/instants.js';
import type { DateRange, TimeRange, UserError } from '../generated/resolvers.js';
import { userError } from './user-errors.js';

/** Longest span of what is loaded or summarised again: longer than anything is kept. */
const LONGEST_DAYS = 36_525;

/** A range's ends, seconds since 1970, as far as they can be read at all. */
export interface Ends {
  from: number;
  to: number;
}

/** @throws ArgumentError when an end is no instant */
export function parseInputRange({ from, to }: TimeRange): Ends {
  return { from: parseInstant('input.range.from', from), to: parseInstant('input.range.to', to) };
}

/** @returns half-open @throws ArgumentError when an end is no day */
export function parseInputDays({ from, to }: DateRange): Ends {
  return { from: parseDate('input.range.from', from), to: parseDate('input.range.to', to) + DAY_SECONDS };
}

export const windowOf = ({ from, to }: Ends): TimeWindow => ({
  from: new Date(from * SECOND),
  to: new Date(to * SECOND),
});

/** What is wrong with a range of instants. */
export function problemsWithRange({ from, to }: Ends): UserError[] {
  if (to <= from) {
    const message = `The range ends at ${isoInstant(to)}, which must lie after its start, ${isoInstant(from)}.`;
    return [userError('RANGE_BACKWARDS', message, 'range', 'to')];
  }
  if (to - from <= LONGEST_DAYS * DAY_SECONDS) return [];
  return [userError('RANGE_TOO_LONG', `The range is longer than ${LONGEST_DAYS} days.`, 'range', 'to')];
}

/**
 * What is wrong with the days of a backfill.
 * @param now seconds since 1970
 */
export function problemsWithDays({ from, to }: Ends, now: number): UserError[] {
  const last = to - DAY_SECONDS;
  if (last < from) {
    const message = `The range ends on ${isoDay(last)}, before it begins, on ${isoDay(from)}.`;
    return [userError('RANGE_BACKWARDS', message, 'range', 'to')];
  }
  const errors: UserError[] = [];
  const first = FIRST_ARCHIVE_DAY.getTime() / SECOND;
  if (from < first) {
    const message = `The archive begins on ${isoDay(first)}; ${isoDay(from)} is before it.`;
    errors.push(userError('RANGE_TOO_EARLY', message, 'range', 'from'));
  }
  if (last > now) {
    const message = `${isoDay(last)} lies in the future (today is ${isoDay(now)}, UTC): the archive has no forecast.`;
    errors.push(userError('RANGE_IN_FUTURE', message, 'range', 'to'));
  }
  return errors;
}
