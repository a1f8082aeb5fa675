import { searchText } from './fold.js';
import { isWanted, parsePlace, SMALLEST_POPULATION, type GeoNamesPlace } from './geonames.js';

/** GeoNames' automatic spellings of names in other scripts ("dong jing", "lndn") begin with a small letter. */
const AUTOMATIC_SPELLING = /^[a-z]/;

/**
 * Makes the catalogue from GeoNames' `cities500.txt`: one line a place, by id, in PostgreSQL's COPY text format,
 * with exactly the columns of `cities`. Same input, same text.
 */
export function catalogueText(geonames: string): string {
  return geonames
    .split('\n')
    .filter(Boolean)
    .map(parsePlace)
    .filter(isWanted)
    .sort((a, b) => a.id - b.id)
    .map((place) => `${columns(place).map(escape).join('\t')}\n`)
    .join('');
}

/** In the order of import.ts. */
function columns(place: GeoNamesPlace): (string | number | null)[] {
  return [
    place.id,
    place.name,
    place.asciiName,
    place.countryCode,
    place.admin1Code,
    place.latitude,
    place.longitude,
    place.elevation,
    place.population,
    place.timeZone,
    searchText([place.name, place.asciiName], namesElsewhere(place)),
  ];
}

/** The thousands of villages are found by their own name: others' names for them are mostly noise. */
function namesElsewhere(place: GeoNamesPlace): string[] {
  if ((place.population ?? 0) < SMALLEST_POPULATION) return [];
  return place.otherNames.filter((name) => !AUTOMATIC_SPELLING.test(name));
}

function escape(value: string | number | null): string {
  if (value === null) return '\\N';
  return String(value).replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}
