import type { Units } from '../generated/graphql.js';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What stands where there is no value: not a zero. */
export const NOTHING = '–';

/** Fractions and inches are small numbers: units say how many digits tell something. */
const DIGITS: Readonly<Record<string, number>> = { '1': 2, inHg: 2, in: 2, Pa: 0, m: 0 };

/** A value with its unit: 9.8 °C; a dash without a value. */
export function formatValue(value: number | null | undefined, unit: string, digits = 1): string {
  if (value === null || value === undefined) return NOTHING;
  return `${formatNumber(value, unit, digits)}${unitSuffix(unit)}`;
}

export function formatNumber(value: number, unit: string, digits = 1): string {
  const places = DIGITS[unit] ?? digits;
  const text = value.toLocaleString('en', { minimumFractionDigits: places, maximumFractionDigits: places });
  // A rounded −0.04 is no cold.
  return (/^-[0.]*$/.test(text) ? text.slice(1) : text).replace('-', '−');
}

/** Units stand after a space, degrees and per cent as printed; a fraction has none. */
export function unitSuffix(unit: string): string {
  if (unit === '1' || unit === '') return '';
  return unit === '°' || unit === '%' ? unit : ` ${unit}`;
}

/** The unit of a difference: degrees Celsius apart are kelvins. */
export const differenceUnit = (unit: string): string => (unit === '°C' ? 'K' : unit);

/** How long ago, or how soon, in the largest unit that fits: "12 min ago", "in 3 min". */
export function formatAge(at: number, now: number): string {
  const distance = Math.abs(now - at);
  if (distance < 45 * SECOND) return now >= at ? 'just now' : 'in a moment';
  const text = formatDuration(distance);
  return now >= at ? `${text} ago` : `in ${text}`;
}

export function formatDuration(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(ms < 10 * SECOND ? 1 : 0)} s`;
  if (ms < 90 * MINUTE) return `${Math.round(ms / MINUTE)} min`;
  return ms < 2 * DAY ? `${Math.round(ms / HOUR)} h` : `${Math.round(ms / DAY)} days`;
}

/** An instant on a city's clock: Tue 24 Nov, 13:00. */
export function formatInstant(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}

/** A local day, which has no time zone any more: Tue 24 Nov. */
export function formatDay(date: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(Date.parse(date));
}

const COMPASS = [
  'N',
  'NNE',
  'NE',
  'ENE',
  'E',
  'ESE',
  'SE',
  'SSE',
  'S',
  'SSW',
  'SW',
  'WSW',
  'W',
  'WNW',
  'NW',
  'NNW',
];

/** The point of the compass nearest to a direction in degrees. */
export const compassPoint = (degrees: number): string => COMPASS[Math.round(degrees / 22.5) % 16] ?? 'N';

export const UNIT_LABELS: Readonly<Record<Units, string>> = {
  METRIC: 'Metric: °C, m/s',
  IMPERIAL: 'Imperial: °F, mph',
  SCIENTIFIC: 'SI: K, Pa',
};

export const countText = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
