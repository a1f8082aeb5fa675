import { InvalidArgumentError } from 'commander';
import { DAY, type TimeWindow } from '../../domain/time.js';
import { InvalidInputError } from '../../errors.js';

const DATE = /^\d{4}-\d\d-\d\d$/;
const INSTANT =
  /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** Reads a day, 2026-05-01, as its midnight in UTC. */
export function parseDay(text: string): Date {
  if (DATE.test(text) && isCalendarDay(text)) return new Date(`${text}T00:00:00Z`);
  throw new InvalidArgumentError('It must be a day of the calendar, such as 2026-05-01 (UTC).');
}

/** Reads an instant, 2026-05-01T13:00Z or 2026-05-01T15:00+02:00, or a day as its midnight in UTC. */
export function parseInstant(text: string): Date {
  if (DATE.test(text)) return parseDay(text);
  const day = INSTANT.exec(text)?.[1];
  if (day !== undefined && isCalendarDay(day)) return new Date(text.toUpperCase());
  throw new InvalidArgumentError(
    'It must be a day such as 2026-05-01, or an instant with its zone such as 2026-05-01T13:00Z or 2026-05-01T15:00+02:00.',
  );
}

/** @throws InvalidInputError when the window is empty */
export function windowOf(from: Date, to: Date): TimeWindow {
  if (from < to) return { from, to };
  throw new InvalidInputError(
    `--from (${from.toISOString()}) must lie before --to (${to.toISOString()}), which is not included.`,
  );
}

/** The midnight in UTC that an instant's day began with. */
export function dayOf(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / DAY) * DAY);
}

/** 30 February parses to nothing, or to a day of March, depending on the runtime. */
function isCalendarDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
