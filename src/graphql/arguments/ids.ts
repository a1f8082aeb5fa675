import { ArgumentError } from '../errors.js';

/** Most ids one argument may hold. */
export const MOST_IDS = 500;
const LARGEST_INT = 2_147_483_647;
const LARGEST_BIGINT = 9_223_372_036_854_775_807n;

/** Reads a city's id. */
export function parseCityId(argument: string, text: string): number {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (!(id >= 1 && id <= LARGEST_INT)) {
    throw new ArgumentError(argument, text, `a GeoNames id: a whole number from 1 to ${LARGEST_INT}`);
  }
  return id;
}

/** Reads a list of cities' ids; each once, in the order given. */
export function parseCityIds(argument: string, texts: readonly string[]): number[] {
  if (texts.length > MOST_IDS) {
    throw new ArgumentError(`${argument}.length`, texts.length, `at most ${MOST_IDS}`);
  }
  return [...new Set(texts.map((text, index) => parseCityId(`${argument}.${index}`, text)))];
}

/** The same for a list that must name at least one. */
export function parseSomeCityIds(argument: string, texts: readonly string[]): number[] {
  if (texts.length === 0) throw new ArgumentError(argument, texts, `a list of 1 to ${MOST_IDS} ids`);
  return parseCityIds(argument, texts);
}

/** Reads a run's id, a PostgreSQL bigint. */
export function parseRunId(argument: string, text: string): string {
  if (!/^\d{1,19}$/.test(text) || BigInt(text) > LARGEST_BIGINT) {
    throw new ArgumentError(argument, text, `a run's id: a whole number from 0 to ${LARGEST_BIGINT}`);
  }
  return text;
}
