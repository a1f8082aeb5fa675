import { run, sqlFile, type Queryable } from '../database/sql.js';
import { fold } from './fold.js';

export interface CityQuery {
  /** A name or its beginning, in any script, with or without accents, possibly misspelt. */
  text: string;
  /** How many places at most. */
  limit: number;
  /** ISO 3166-1 alpha-2; all countries when absent. */
  countryCode?: string | null | undefined;
}

export interface CityMatch {
  id: number;
  /**
   * A whole number: how the name matches, then how many people live there (search-cities.sql). With the id it
   * orders all matches totally (score descending, id ascending) and does not depend on the limit, so the two
   * make a cursor.
   */
  score: number;
}

const SEARCH = sqlFile(import.meta.url, 'search-cities.sql');
const SEARCH_SHORT = sqlFile(import.meta.url, 'search-short-names.sql');

/** So many places begin with the same one or two letters that ranking them all would take too long. */
const SHORT = 2;
/** Longer than any place's name; the cost of a search grows with the text. */
const LONGEST = 80;

/** Finds places by name, best match first: whole name, beginning, later word, misspelt. */
export async function searchCities(db: Queryable, query: CityQuery): Promise<CityMatch[]> {
  const name = fold(query.text.slice(0, LONGEST)).slice(0, LONGEST).trimEnd();
  if (name === '') return [];
  const values = [name, query.countryCode ?? null, query.limit];
  if (name.length > SHORT) return (await run<CityMatch>(db, SEARCH, values)).rows;
  // Not prepared: which of two ways is the quick one depends on how common the letters are.
  return (await db.query<CityMatch>(SEARCH_SHORT.text, values)).rows;
}
