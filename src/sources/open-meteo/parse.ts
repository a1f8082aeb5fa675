import type { ObservedValues, ParsedPayload, Place, Rejection } from '../../domain/observation.js';
import type { Parameter } from '../../domain/parameters.js';
import { isJsonObject, messageIn, readJson } from '../json.js';
import { readTolerantly } from '../tolerant.js';
import { givenValues, type Given } from '../values.js';
import { usableHours, usableVariables } from './check.js';
import { hourlyReply, type Hours } from './response.js';
import { CONDITION_VARIABLE, MEASURED_VARIABLES, type MeasuredVariable } from './variables.js';

/** Goes up whenever the same bytes may give another result: a replay then loads them again. */
export const HOURLY_PARSER_VERSION = 1;

/**
 * Reads an hourly reply of Open-Meteo, archive or live: an observation for every hour that has at least one value.
 * Never throws. A cell that does not fit costs itself, a column in the wrong unit costs the column.
 */
export function parseHourly(body: Buffer, context: { place: Place }): ParsedPayload {
  const document = readJson(body);
  if ('rejection' in document) return { observations: [], rejections: [document.rejection] };
  const error = errorInside(document.json);
  if (error) return { observations: [], rejections: [error] };
  const { value: reply, rejections } = readTolerantly(hourlyReply, document.json);
  if (!reply) return { observations: [], rejections };
  const { hours, rejections: refusals } = usableHours(reply, context.place, rejections);
  rejections.push(...refusals);
  if (!hours) return { observations: [], rejections };
  const { variables, rejections: refusedColumns } = usableVariables(reply, rejections);
  return {
    observations: observationsOf(hours, variables),
    rejections: [...rejections, ...refusedColumns],
  };
}

function errorInside(json: unknown): Rejection | undefined {
  if (!isJsonObject(json) || json.error !== true) return undefined;
  const reason = messageIn(json);
  return {
    reason: 'HTTP',
    path: 'error',
    value: 'true',
    detail: `The reply is an error: ${reason ?? 'without a reason'}`,
  };
}

function observationsOf(hours: Hours, variables: readonly MeasuredVariable[]): ObservedValues[] {
  const observations = (hours.time ?? []).flatMap((seconds, index) =>
    typeof seconds === 'number' ? [observationAt(hours, variables, seconds, index)] : [],
  );
  // Reanalysis trails the present by days: the hours it does not have yet are all null.
  return observations.filter(({ values }) => Object.keys(values).length > 0);
}

function observationAt(
  hours: Hours,
  variables: readonly MeasuredVariable[],
  seconds: number,
  index: number,
): ObservedValues {
  const values: Partial<Record<Parameter, Given>> = {};
  for (const name of variables) values[MEASURED_VARIABLES[name].parameter] = cell(hours, name, index);
  const code = hours[CONDITION_VARIABLE]?.[index];
  return {
    observedAt: new Date(seconds * 1000),
    values: givenValues(values),
    conditionCodes: typeof code === 'number' ? [code] : [],
  };
}

/** The value of a variable at an hour, in the catalogue's unit. */
function cell(hours: Hours, name: MeasuredVariable, index: number): number | undefined {
  const value = hours[name]?.[index];
  if (typeof value !== 'number') return undefined;
  const variable = MEASURED_VARIABLES[name];
  return 'convert' in variable ? variable.convert(value) : value;
}
