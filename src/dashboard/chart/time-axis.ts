const HOUR = 3_600;
const DAY = 24 * HOUR;

const FORMATS = {
  time: { hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short' },
  month: { month: 'short', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

function text(seconds: number, timeZone: string, kind: keyof typeof FORMATS): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', ...FORMATS[kind] }).format(
    seconds * 1_000,
  );
}

/**
 * A mark of the axis of time: hours by the clock, with the day under the first mark of each; days; months.
 * @param before the mark before this one; none for the first
 * @param step seconds between marks
 */
export function timeText(
  seconds: number,
  before: number | undefined,
  step: number,
  timeZone: string,
): string {
  if (step >= 27 * DAY) return text(seconds, timeZone, 'month');
  const day = text(seconds, timeZone, 'day');
  if (step >= DAY) return day;
  const time = text(seconds, timeZone, 'time');
  const isNewDay = before === undefined || text(before, timeZone, 'day') !== day;
  return isNewDay ? `${time}\n${day}` : time;
}
