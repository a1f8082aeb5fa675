import { DAY, SECOND } from '../../domain/time.js';
import { ArgumentError } from '../errors.js';

/** Seconds of a day: instants inside the API are seconds since 1970, UTC. */
export const DAY_SECONDS = DAY / SECOND;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const YEARS = `of the years ${FIRST_YEAR} to ${LAST_YEAR}`;

const INSTANT = /^(\d{4}-\d\d-\d\d)[Tt](\d\d):(\d\d):(\d\d)(\.\d{1,9})?(?:[Zz]|([+-])(\d\d):(\d\d))$/;
/** As people write it, with a zone's name or none. */
const ZONELESS = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?(?:$|[ [A-Za-z])/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const DURATION = /^P(?!$)(?:(\d+)W)?(?:(\d+)D)?(?:T(?!$)(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Reads an instant. @returns seconds since 1970 */
export function parseInstant(argument: string, text: string): number {
  const parts = INSTANT.exec(text);
  const limit =
    !parts && ZONELESS.test(text)
      ? 'an instant with Z or its offset, such as 2026-05-01T13:00:00Z or 2026-05-01T15:00:00+02:00: names of zones are not read'
      : `an RFC 3339 instant ${YEARS}, such as 2026-05-01T13:00:00Z`;
  const day = parts?.[1] === undefined ? undefined : dayNumber(parts[1]);
  if (!parts || day === undefined) throw new ArgumentError(argument, text, limit);
  const [hours, minutes, seconds, offsetHours, offsetMinutes] = [2, 3, 4, 7, 8].map((i) =>
    Number(parts[i] ?? 0),
  ) as [number, number, number, number, number];
  if (hours > 23 || minutes > 59 || seconds > 59 || offsetHours > 23 || offsetMinutes > 59) {
    throw new ArgumentError(argument, text, limit);
  }
  const offset = (parts[6] === '-' ? -60 : 60) * (offsetHours * 60 + offsetMinutes);
  return day * DAY_SECONDS + hours * 3600 + minutes * 60 + seconds + Number(parts[5] ?? 0) - offset;
}

/** Reads a calendar day. @returns seconds since 1970 of its midnight in UTC */
export function parseDate(argument: string, text: string): number {
  const day = DATE.test(text) ? dayNumber(text) : undefined;
  if (day === undefined) {
    throw new ArgumentError(argument, text, `a day of the calendar ${YEARS}, such as 2026-05-01`);
  }
  return day * DAY_SECONDS;
}

/** Days since 1970; undefined for a day that does not exist or lies too far off. */
function dayNumber(text: string): number | undefined {
  const year = Number(text.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return undefined;
  const days = Date.parse(`${text}T00:00:00Z`) / DAY;
  // 30 February parses to nothing, or to a day of March, depending on the runtime.
  return Number.isInteger(days) && isoDay(days * DAY_SECONDS) === text ? days : undefined;
}

/** Reads a duration. @returns seconds, above 0 */
export function parseDuration(argument: string, text: string): number {
  if (/^P[^T]*[YM]/.test(text)) {
    throw new ArgumentError(
      argument,
      text,
      'in weeks, days or, after a T, hours and minutes, such as P30D or PT36H: months and years have no fixed length',
    );
  }
  const parts = DURATION.exec(text);
  const [weeks, days, hours, minutes] = [1, 2, 3, 4].map((i) => Number(parts?.[i] ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  const seconds = (weeks * 7 + days) * DAY_SECONDS + hours * 3600 + minutes * 60;
  if (!parts || seconds <= 0 || !Number.isSafeInteger(seconds)) {
    throw new ArgumentError(argument, text, 'an ISO 8601 duration above zero, such as P7D or PT36H');
  }
  return seconds;
}

const days = new Map<number, string>();
const TWO_DIGITS = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));

/** The UTC day of an instant: 2026-05-01. A list of hours has few days, so they are kept. */
export function isoDay(seconds: number): string {
  const number = Math.floor(seconds / DAY_SECONDS);
  let text = days.get(number);
  if (text === undefined) {
    text = new Date(number * DAY).toISOString().slice(0, 10);
    days.set(number, text);
  }
  return text;
}

/** An instant as the API answers it: 2026-05-01T13:00:00Z. */
export function isoInstant(seconds: number): string {
  const whole = Math.floor(seconds);
  const ofDay = whole - Math.floor(whole / DAY_SECONDS) * DAY_SECONDS;
  const hour = TWO_DIGITS[Math.floor(ofDay / 3600)] ?? '';
  const minute = TWO_DIGITS[Math.floor(ofDay / 60) % 60] ?? '';
  return `${isoDay(whole)}T${hour}:${minute}:${TWO_DIGITS[ofDay % 60] ?? ''}Z`;
}
