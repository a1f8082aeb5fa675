import type { Size } from './sizes.js';

/** What is asked: names as in the tables of docs/performance.md. */
export const QUESTIONS = {
  Q1: 'one city with its latest observation',
  Q2: '30 days of hourly observations, 720 hours × 8 fields',
  Q3: '20 cities with their latest observation and 7 daily summaries',
  Q4: 'a moving average over 24 hours for the 2,160 hours of 90 days, gaps included',
  Q2C: 'Q2 as parallel arrays',
  Q4C: 'Q4 as parallel arrays',
} as const;

export type Question = keyof typeof QUESTIONS;

/** What differs from one request to the next. */
export interface Variables {
  id: number;
  ids: number[];
  from: string;
  to: string;
  /** The last seven days there are, both included. */
  since: string;
  until: string;
}

const FIRST_DAY = Date.parse('2025-01-01Z') / 86_400_000;
/** Hours are asked for in so many days; anything else takes no range. */
const DAYS: Partial<Record<Question, number>> = { Q2: 30, Q2C: 30, Q4: 90, Q4C: 90 };

const instant = (day: number): string => new Date(day * 86_400_000).toISOString().replace('.000Z', 'Z');

/** The variables of one request; the same number always gives the same. */
export function variablesOf(question: Question, size: Size, number: number): Variables {
  const days = DAYS[question] ?? 1;
  const id = 1 + ((number * 7919) % size.cities);
  // Two days from the start on: a window reaches back.
  const start = FIRST_DAY + 2 + ((number * 104_729) % (size.days - days - 2));
  return {
    id,
    ids: Array.from({ length: 20 }, (_, i) => 1 + ((id + i * 37) % size.cities)),
    from: instant(start),
    to: instant(start + days),
    since: instant(FIRST_DAY + size.days - 7).slice(0, 10),
    until: instant(FIRST_DAY + size.days - 1).slice(0, 10),
  };
}
