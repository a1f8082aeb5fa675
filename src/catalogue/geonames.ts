/** A populated place as GeoNames' files describe it; see https://download.geonames.org/export/dump/readme.txt */
export interface GeoNamesPlace {
  id: number;
  name: string;
  asciiName: string;
  otherNames: string[];
  /** As written, so that no digit changes on the way. */
  latitude: string;
  longitude: string;
  featureCode: string;
  countryCode: string;
  admin1Code: string | null;
  population: number | null;
  /** Metres. */
  elevation: number | null;
  timeZone: string;
}

/**
 * City sections (X), the same under another code (A5: Marseille's arrondissements, a quarter of Ghent), and
 * places that are no more: historical (H, CH), abandoned (Q), destroyed (W).
 */
const LEFT_OUT = new Set(['PPLX', 'PPLA5', 'PPLH', 'PPLCH', 'PPLQ', 'PPLW']);

/** Zones that the tz database has merged into others since GeoNames wrote the file. */
const MERGED_ZONES: Readonly<Record<string, string>> = {
  'America/Yellowknife': 'America/Edmonton',
  'Asia/Choibalsan': 'Asia/Ulaanbaatar',
};

/** Everywhere but in the United States, smaller places stay out. */
export const SMALLEST_POPULATION = 15_000;

/** Reads one line of a GeoNames file: 19 columns between tabs. */
export function parsePlace(line: string): GeoNamesPlace {
  const column = line.split('\t');
  const text = (index: number): string => column[index] ?? '';
  return {
    id: Number(text(0)),
    name: text(1),
    asciiName: text(2) || text(1),
    otherNames: text(3).split(',').filter(Boolean),
    latitude: text(4),
    longitude: text(5),
    featureCode: text(7),
    countryCode: text(8),
    admin1Code: text(10) === '' || text(10) === '00' ? null : text(10),
    population: Number(text(14)) || null,
    elevation: elevationOf(text(15), text(16)),
    timeZone: MERGED_ZONES[text(17)] ?? text(17),
  };
}

/**
 * The surveyed elevation, if there is one. The terrain model's value stands beside it for nearly every place,
 * but is no substitute: outside the United States one in twenty is 50 m or more off the survey. It only
 * unmasks placeholders (0, 1000) and slips, by contradicting them by more than 200 m.
 */
function elevationOf(surveyed: string, modelled: string): number | null {
  if (surveyed === '') return null;
  const elevation = Number(surveyed);
  const known = modelled !== '' && modelled !== '-9999';
  return known && Math.abs(elevation - Number(modelled)) > 200 ? null : elevation;
}

/** Whether the catalogue has a place: all of the United States, the larger ones elsewhere. */
export function isWanted(place: GeoNamesPlace): boolean {
  if (LEFT_OUT.has(place.featureCode)) return false;
  return place.countryCode === 'US' || (place.population ?? 0) >= SMALLEST_POPULATION;
}
