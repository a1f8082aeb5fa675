import type { Place, Rejection } from '../../domain/observation.js';
import { placeMismatch } from '../place.js';
import { jsonText } from '../text.js';
import { missingItems } from '../missing.js';
import type { HourlyReply, Hours } from './response.js';
import { CONDITION_VARIABLE, MEASURED_VARIABLES, type MeasuredVariable } from './variables.js';

const VARIABLES = Object.keys(MEASURED_VARIABLES) as MeasuredVariable[];
const COLUMNS = [...VARIABLES, CONDITION_VARIABLE] as const;

/** The hours of a reply, when they can be used at all, and what is to be said against it. */
export function usableHours(
  reply: HourlyReply,
  place: Place,
  known: readonly Rejection[],
): { hours: Hours | undefined; rejections: Rejection[] } {
  const { latitude, longitude, hourly, hourly_units: units } = reply;
  const missing = missingItems(
    { latitude, longitude, 'hourly.time': hourly?.time, 'hourly_units.time': units?.time },
    known,
  );
  if (typeof latitude !== 'number' || typeof longitude !== 'number' || !hourly?.time || !units?.time) {
    return { hours: undefined, rejections: missing };
  }
  const mismatch = placeMismatch(place, { latitude, longitude }, 'latitude');
  const refusals = [mismatch, timeUnit(units.time), ...lengths(hourly), order(hourly)];
  const rejections = refusals.filter((refusal) => refusal !== undefined);
  return { hours: rejections.length > 0 ? undefined : hourly, rejections };
}

/** The measured variables that can be read, and what is to be said of the others. */
export function usableVariables(
  reply: HourlyReply,
  known: readonly Rejection[],
): { variables: MeasuredVariable[]; rejections: Rejection[] } {
  const present = VARIABLES.filter((name) => reply.hourly?.[name]);
  const wrongUnits = present.flatMap((name) => wrongUnit(reply, name) ?? []);
  const refused = new Set(wrongUnits.map(({ name }) => name));
  const columns = Object.fromEntries(COLUMNS.map((name) => [`hourly.${name}`, reply.hourly?.[name]]));
  return {
    variables: present.filter((name) => !refused.has(name)),
    rejections: [
      ...missingItems(columns, known),
      ...wrongUnits.map(({ rejection }) => rejection),
      ...hoursWithoutTime(reply.hourly?.time ?? []),
    ],
  };
}

function timeUnit(unit: string): Rejection | undefined {
  if (unit === 'unixtime') return undefined;
  return {
    reason: 'SCHEMA',
    path: 'hourly_units.time',
    value: jsonText(unit),
    detail: 'The hours are not stamped with Unix seconds, as was asked for.',
  };
}

/** A column of another length: which value belongs to which hour is anybody's guess, in every column. */
function lengths(hours: Hours): Rejection[] {
  const expected = hours.time?.length;
  return COLUMNS.flatMap((name) => {
    const length = hours[name]?.length;
    if (length === undefined || length === expected) return [];
    return [
      {
        reason: 'SCHEMA',
        path: `hourly.${name}`,
        value: String(length),
        detail: `hourly.${name} has ${length} values for ${expected ?? 0} hours; none of the reply is used.`,
      },
    ];
  });
}

/** Every instant once, in order: two values for one hour cannot both be right. */
function order(hours: Hours): Rejection | undefined {
  const stamps = (hours.time ?? []).flatMap((at, index) => (typeof at === 'number' ? [{ at, index }] : []));
  const wrong = stamps.find(({ at }, position) => at <= (stamps[position - 1]?.at ?? -Infinity));
  if (!wrong) return undefined;
  const path = `hourly.time[${wrong.index}]`;
  return {
    reason: 'SCHEMA',
    path,
    value: String(wrong.at),
    detail: `${path} is not later than the hour before it.`,
  };
}

function hoursWithoutTime(time: readonly (number | null | undefined)[]): Rejection[] {
  const count = time.filter((at) => typeof at !== 'number').length;
  if (count === 0) return [];
  return [
    { reason: 'MISSING', path: 'hourly.time', detail: `${count} of ${time.length} hours have no time.` },
  ];
}

function wrongUnit(
  reply: HourlyReply,
  name: MeasuredVariable,
): { name: MeasuredVariable; rejection: Rejection } | undefined {
  const expected = MEASURED_VARIABLES[name].unit;
  const unit = reply.hourly_units?.[name];
  if (unit === expected) return undefined;
  const path = `hourly_units.${name}`;
  const detail = `hourly.${name} came in ${jsonText(unit ?? null)}, not in ${expected}, as was asked for.`;
  return { name, rejection: { reason: 'SCHEMA', path, value: jsonText(unit ?? null), detail } };
}
