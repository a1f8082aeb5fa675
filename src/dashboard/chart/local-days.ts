import type { Band, Day } from './chart-data.js';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one takes longer than a thousand readings. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const numeric = 'numeric';
  const parts = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  } as const;
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', ...parts });
  clocks.set(timeZone, clock);
  return clock;
}

/** The wall clock of a time zone at an instant, read as if it were UTC: milliseconds. */
function wallClock(at: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(at);
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/**
 * When a local day begins, milliseconds: the first instant of it, also where the clock jumps over midnight or passes it
 * twice.
 */
export function startOfDay(date: string, timeZone: string): number {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const offsetAt = (at: number): number => wallClock(at, timeZone) - at;
  const near = midnight - offsetAt(midnight);
  const candidates = [near, midnight - offsetAt(near)];
  return Math.min(...candidates.filter((at) => wallClock(at, timeZone) >= midnight));
}

/** The local day of an instant: 2026-11-24. */
export const dateOf = (at: number, timeZone: string): string =>
  new Date(wallClock(at, timeZone)).toISOString().slice(0, 10);

export const nextDate = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * Days as a band with corners: each from its first to its last second. A day that is missing breaks it.
 * @param days ascending
 */
export function dayBand(days: readonly Day[], timeZone: string): Band {
  const band: Band = { time: [], low: [], high: [] };
  const add = (at: number, low: number | null, high: number | null) => {
    band.time.push(at);
    band.low.push(low);
    band.high.push(high);
  };
  days.forEach(({ date, min, max }, i) => {
    const end = startOfDay(nextDate(date), timeZone);
    add(startOfDay(date, timeZone), min, max);
    add(end - 1_000, min, max);
    const next = days[i + 1];
    if (next && next.date !== nextDate(date)) add(end, null, null);
  });
  return band;
}
