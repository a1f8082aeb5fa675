import type { Parameter } from '../generated/graphql.js';
import { parameterView } from './parameters.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const RANGES = ['24h', '7d', '30d', '90d', '1y'] as const;
export type RangeName = (typeof RANGES)[number];

/** Milliseconds since 1970, half-open. */
export interface Span {
  from: number;
  to: number;
}

/** A time up to now by its name, or one from an instant to another. */
export type ChosenRange = RangeName | Span;

const LENGTH: Readonly<Record<RangeName, number>> = {
  '24h': DAY,
  '7d': 7 * DAY,
  '30d': 30 * DAY,
  '90d': 90 * DAY,
  '1y': 365 * DAY,
};

export const RANGE_LABELS: Readonly<Record<RangeName, string>> = {
  '24h': 'last 24 hours',
  '7d': 'last 7 days',
  '30d': 'last 30 days',
  '90d': 'last 90 days',
  '1y': 'last year',
};

/** The longest time the API answers at once. */
const LONGEST = 366 * DAY;

/** A name, or two instants with two dots between: 2026-05-01T00:00Z..2026-05-02T00:00Z. */
export function parseRange(text: string | null): ChosenRange | null {
  const name = RANGES.find((range) => range === text);
  if (name) return name;
  const [from = NaN, to = NaN] = (text ?? '').split('..').map((part) => Date.parse(part));
  return to > from && to - from <= LONGEST ? { from, to } : null;
}

export function formatRange(range: ChosenRange): string {
  return typeof range === 'string' ? range : `${minuteOf(range.from)}..${minuteOf(range.to)}`;
}

const minuteOf = (at: number): string => new Date(at).toISOString().replace(/:\d\d\.\d+Z$/, 'Z');

/** Whole hours, so that the same question is asked until the hour is over; the running hour is included. */
export function spanOf(range: ChosenRange, now: number): Span {
  if (typeof range !== 'string') return range;
  const to = (Math.floor(now / HOUR) + 1) * HOUR;
  return { from: to - LENGTH[range], to };
}

/** Hours are drawn up to 45 days, days beyond. */
export const resolutionOf = ({ from, to }: Span): 'HOUR' | 'DAY' => (to - from > 45 * DAY ? 'DAY' : 'HOUR');

/** Single observations are drawn up to 4 days: a page of 500 holds them at one every 12 minutes. */
export const showsObservations = ({ from, to }: Span): boolean => to - from <= 4 * DAY;

/** How far into what comes a time up to now goes on, where there is a forecast. */
const AHEAD: Readonly<Record<RangeName, number>> = {
  '24h': DAY,
  '7d': 2 * DAY,
  '30d': 5 * DAY,
  '90d': 0,
  '1y': 0,
};

/** Up to where forecasts are drawn; a time that was chosen by hand is as it is. Milliseconds. */
export const horizonOf = (range: ChosenRange, span: Span): number =>
  span.to + (typeof range === 'string' ? AHEAD[range] : 0);

/** Forecasts are of instants: they stand beside hours, not days; and of amounts they tell three hours at once. */
export const showsForecast = (parameter: Parameter, span: Span): boolean =>
  resolutionOf(span) === 'HOUR' && parameterView(parameter).drawn === 'line';

/** The hours of a page of 500 at most: 20 days. */
const PAGE = 20 * DAY;

/** Cuts a span into pieces that the API answers in one page of hours each. */
export function pagesOf({ from, to }: Span): Span[] {
  const count = Math.ceil((to - from) / PAGE);
  return Array.from({ length: count }, (_, i) => ({
    from: from + i * PAGE,
    to: Math.min(to, from + (i + 1) * PAGE),
  }));
}

/** As the API's `TimeRange`. */
export const timeRange = ({ from, to }: Span): { from: string; to: string } => ({
  from: new Date(from).toISOString().replace('.000', ''),
  to: new Date(to).toISOString().replace('.000', ''),
});
