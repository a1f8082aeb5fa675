import { InvalidInputError } from '../errors.js';

/** Which cities to follow. */
export interface TrackSpec {
  /** GeoNames ids, and ids of one's own places. */
  ids: number[];
  /** The most populous cities of a country, or of the world ("*"). */
  largest: { country: string; count: number }[];
}

/** PostgreSQL's `integer`, which ids and counts must fit. */
const LARGEST_INTEGER = 2_147_483_647;

/**
 * Reads a selector of cities: `US:50` (the 50 most populous of a country), `*:100` (of the world), `5128581`
 * (a GeoNames id), or several of them with commas between.
 * @throws InvalidInputError one message that names every part that is no such thing
 */
export function parseTrackSpec(text: string): TrackSpec {
  const spec: TrackSpec = { ids: [], largest: [] };
  const parts = text.split(',').map((part) => part.trim());
  const wrong = parts.filter((part) => !take(part, spec));
  if (wrong.length === 0) return spec;
  const shown = wrong.map((part) => (part === '' ? 'an empty part' : JSON.stringify(part))).join(', ');
  throw new InvalidInputError(
    `These parts of the selector ${JSON.stringify(text)} choose no cities: ${shown}. ` +
      `Write US:50 (the 50 most populous of a country), *:100 (of the world) or a GeoNames id such as 5128581, ` +
      `several with commas between.`,
  );
}

/** Adds a part to the selection, if it is one. */
function take(part: string, spec: TrackSpec): boolean {
  const [, country, digits] = /^(?:([a-z]{2}|\*)\s*:\s*)?(\d{1,10})$/i.exec(part) ?? [];
  const number = Number(digits);
  // Also refuses NaN, of what matched nothing.
  if (!(number >= 1 && number <= LARGEST_INTEGER)) return false;
  if (country === undefined) spec.ids.push(number);
  else spec.largest.push({ country: country.toUpperCase(), count: number });
  return true;
}
