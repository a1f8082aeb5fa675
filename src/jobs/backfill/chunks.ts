import { FIRST_ARCHIVE_DAY } from '../../domain/archive.js';
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
 * The calls of a backfill, in an order that never changes, so that a position in it says what is done: newest days
 * first, and for the same days every city before older days. Made when asked for: there may be millions.
 */
export class Chunks {
  readonly spans: readonly DateSpan[];

  /**
   * @param cityIds in an order that stays the same
   * @param window half-open; the UTC days it touches, as far as an archive can have them
   * @param askedAt of days after this one nothing is known
   */
  constructor(
    private readonly cityIds: readonly number[],
    window: TimeWindow,
    askedAt: Date,
  ) {
    this.spans = spansOf(window, askedAt);
  }

  get count(): number {
    return this.spans.length * this.cityIds.length;
  }

  at(position: number): Chunk | undefined {
    const cityId = this.cityIds[position % this.cityIds.length];
    const span = this.spans[Math.floor(position / this.cityIds.length)];
    return cityId === undefined || span === undefined ? undefined : { cityId, span };
  }
}

/** The days of a window, newest first, in as many spans as there are calls for one city. */
export function spansOf(window: TimeWindow, askedAt: Date): DateSpan[] {
  // A call for days before the archive's first would be refused whole.
  const first = Math.max(startOfDay(window.from.getTime()), FIRST_ARCHIVE_DAY.getTime());
  // The last day is the one that holds the window's last moment, and no later than today.
  const last = startOfDay(Math.min(window.to.getTime() - 1, askedAt.getTime()));
  const spans: DateSpan[] = [];
  for (let to = last; to >= first; to -= DAYS_A_CALL * DAY) {
    spans.push({ from: date(Math.max(first, to - (DAYS_A_CALL - 1) * DAY)), to: date(to) });
  }
  return spans;
}

/** Days in a span, both ends included. */
export function daysOf(span: DateSpan): number {
  return (Date.parse(span.to) - Date.parse(span.from)) / DAY + 1;
}

function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

function date(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
