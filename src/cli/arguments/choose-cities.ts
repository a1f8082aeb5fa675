import { parseTrackSpec } from '../../catalogue/track-spec.js';
import { run, sqlFile, type Queryable } from '../../database/sql.js';
import type { SourceName } from '../../domain/source.js';
import { InvalidInputError } from '../../errors.js';

const CHOOSE = sqlFile(import.meta.url, 'choose-cities.sql');
/** Ids named in a sentence at most. */
const NAMED = 10;

export interface ChosenCities {
  ids: number[];
  /** Chosen, but not followed with this source. */
  untracked: number[];
  /** Asked for by id, but in no row of `cities`. */
  unknown: number[];
}

/**
 * The cities a selector chooses: "US:50", "*:100", ids, several with commas between.
 * @throws InvalidInputError a selector that cannot be read, or chooses nothing
 */
export async function chooseCities(
  db: Queryable,
  selector: string,
  source: SourceName,
): Promise<ChosenCities> {
  const { ids, largest } = parseTrackSpec(selector);
  const { rows } = await run<{ id: number; tracked: boolean }>(db, CHOOSE, [
    ids,
    largest.map(({ country }) => country),
    largest.map(({ count }) => count),
    source,
  ]);
  if (rows.length === 0) {
    throw new InvalidInputError(`${selector} chooses no city of the catalogue; "cities search" finds ids.`);
  }
  const found = new Set(rows.map(({ id }) => id));
  return {
    ids: [...found],
    untracked: rows.filter(({ tracked }) => !tracked).map(({ id }) => id),
    unknown: ids.filter((id) => !found.has(id)),
  };
}

/** As chooseCities; undefined, for all tracked cities, when there is no selector. @throws when a city is unknown */
export async function knownCities(
  db: Queryable,
  selector: string | undefined,
  source: SourceName,
): Promise<number[] | undefined> {
  if (selector === undefined) return undefined;
  const { ids, unknown } = await chooseCities(db, selector, source);
  if (unknown.length === 0) return ids;
  throw new InvalidInputError(`The catalogue has no city with the id ${listed(unknown)}.`);
}

/** As knownCities, for what is asked of upstream: only followed cities are. @throws when a city is not followed */
export async function trackedCities(
  db: Queryable,
  selector: string | undefined,
  source: SourceName,
): Promise<number[] | undefined> {
  if (selector === undefined) return undefined;
  const { ids, untracked, unknown } = await chooseCities(db, selector, source);
  const others = [...unknown, ...untracked];
  if (others.length === 0) return ids;
  throw new InvalidInputError(
    `Not followed with source ${source}: ${listed(others)}. Follow them first, with "track".`,
  );
}

/** Ids for a sentence, the first few of many. */
export function listed(ids: readonly number[]): string {
  const more = ids.length > NAMED ? ` and ${ids.length - NAMED} more` : '';
  return `${ids.slice(0, NAMED).join(', ')}${more}`;
}
