import { DAY, type TimeWindow } from '../../domain/time.js';
import type { DateSpan } from '../../sources/source.js';

/** Days of one archive call: a weight of 1 is 14 days of 10 variables, so longer calls save nothing. */
const DAYS_A_CALL = 31;

/** One call of a backfill. */
export interface Chunk {
  cityId: number;
  span: DateSpan;
}

/**
 * Cuts a backfill into calls, in an order that never changes, so that a position in it says what is done: newest
 * days first, and for the same days every city before older days.
 * @param window half-open; whole UTC days
 */
export function chunksOf(cityIds: readonly number[], window: TimeWindow): Chunk[] {
  return spansOf(window).flatMap((span) => cityIds.map((cityId) => ({ cityId, span })));
}

function spansOf(window: TimeWindow): DateSpan[] {
  const spans: DateSpan[] = [];
  for (let to = window.to.getTime(); to > window.from.getTime(); to -= DAYS_A_CALL * DAY) {
    const from = Math.max(window.from.getTime(), to - DAYS_A_CALL * DAY);
    spans.push({ from: day(from), to: day(to - DAY) });
  }
  return spans;
}

/** Days in a span, both ends included. */
export function daysOf(span: DateSpan): number {
  return (Date.parse(span.to) - Date.parse(span.from)) / DAY + 1;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
