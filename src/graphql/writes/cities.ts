import { run, sqlFile } from '../../database/sql.js';
import { MOST_IDS, parseCityId } from '../arguments/ids.js';
import { ArgumentError } from '../errors.js';
import type { Context } from '../context.js';
import type { UserError } from '../generated/resolvers.js';
import { userError } from './user-errors.js';

const TRACKED = sqlFile(import.meta.url, 'tracked-cities.sql');

/**
 * Checks the ids that an input names.
 * @returns each once, in the order given
 * @throws ArgumentError when one is no id, or there is none
 */
export function parseInputCities(texts: readonly string[]): number[] {
  const argument = 'input.cityIds';
  if (texts.length === 0) throw new ArgumentError(argument, texts, `a list of 1 to ${MOST_IDS} ids`);
  return [...new Set(texts.map((text, index) => parseCityId(`${argument}.${index}`, text)))];
}

/** The same where no list means all cities. */
export function parseOptionalCities(texts: readonly string[] | null | undefined): number[] | null {
  return texts ? parseInputCities(texts) : null;
}

/** What keeps cities from being worked on: too many, in no catalogue, or not followed where that is needed. */
export async function problemsWith(
  { write }: Context,
  cityIds: readonly number[],
  asGiven: readonly string[],
  must: 'EXIST' | 'BE_TRACKED' = 'EXIST',
): Promise<UserError[]> {
  if (cityIds.length > MOST_IDS) {
    return [
      userError(
        'TOO_MANY',
        `${cityIds.length} cities are more than ${MOST_IDS} at once: ask in parts.`,
        'cityIds',
      ),
    ];
  }
  const { rows } = await run<{ id: number; tracked: boolean }>(write, TRACKED, [cityIds]);
  const tracked = new Map(rows.map((row) => [row.id, row.tracked]));
  return cityIds.flatMap((id) => {
    const known = tracked.get(id);
    if (known === true || (known === false && must === 'EXIST')) return [];
    const field = ['cityIds', String(asGiven.findIndex((text) => Number(text) === id))];
    return known === undefined
      ? [userError('NOT_FOUND', `The catalogue has no city with the id ${id}.`, ...field)]
      : [userError('NOT_TRACKED', `City ${id} is not followed: follow it first.`, ...field)];
  });
}
