import tzLookup from '@photostructure/tz-lookup';
import type { Queryable } from '../database/sql.js';
import { isTimeZone } from '../domain/time.js';

/** A place whose time zone is known. */
export interface ZonedPlace {
  countryCode: string;
  latitude: number;
  longitude: number;
  timeZone: string;
}

/** Kilometres. Nearer than NEAR a neighbour is trusted before the map, farther than FAR not at all. */
const NEAR = 25;
const FAR = 500;
const KILOMETRES_PER_DEGREE = 111.2;

/**
 * Tells the time zone of coordinates in a country, offline.
 *
 * The library is a coarse map: of the 156,581 places of GeoNames that the catalogue leaves out it gives 0.75 %
 * another clock than GeoNames, most of them the neighbour country's. Asking the nearest place of the catalogue in
 * the same country first, and the map only for what lies far from all, leaves 0.17 %.
 */
export class ZoneFinder {
  readonly #countries = new Map<string, ZonedPlace[]>();
  readonly #isKnown: (timeZone: string) => boolean;

  /** @param isKnown whether everybody who will use the answer knows a zone by this name */
  constructor(places: readonly ZonedPlace[], isKnown: (timeZone: string) => boolean = isTimeZone) {
    this.#isKnown = isKnown;
    for (const place of places) {
      const country = this.#countries.get(place.countryCode);
      if (country) country.push(place);
      else this.#countries.set(place.countryCode, [place]);
    }
  }

  /** @param countryCode ISO 3166-1 alpha-2 @returns an IANA name */
  zoneAt(countryCode: string, latitude: number, longitude: number): string {
    const compatriots = this.#countries.get(countryCode) ?? [];
    const nearest = nearestTo(compatriots, latitude, longitude);
    if (nearest && nearest.distance <= NEAR) return nearest.place.timeZone;
    const mapped = tzLookup(latitude, longitude);
    if (compatriots.some(({ timeZone }) => timeZone === mapped)) return mapped;
    if (nearest && nearest.distance <= FAR) return nearest.place.timeZone;
    // Also for islands without a town: Tuvalu, Svalbard. Etc/ zones are always known.
    return this.#isKnown(mapped) ? mapped : nauticalZone(longitude);
  }
}

/** The hour by the sun: POSIX counts the zones of the open sea the other way round, GMT-1 is east. */
function nauticalZone(longitude: number): string {
  const hours = Math.round(longitude / 15);
  return hours === 0 ? 'Etc/GMT' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

/** On a flat map with the meridians as close as they are here: right enough to tell 25 km from 500. */
function nearestTo(
  places: readonly ZonedPlace[],
  latitude: number,
  longitude: number,
): { place: ZonedPlace; distance: number } | null {
  const shrink = Math.cos((latitude * Math.PI) / 180);
  let found: ZonedPlace | undefined;
  let least = Infinity;
  for (const place of places) {
    const north = place.latitude - latitude;
    const span = Math.abs(place.longitude - longitude);
    const east = Math.min(span, 360 - span) * shrink;
    const square = north * north + east * east;
    if (square < least) [found, least] = [place, square];
  }
  return found ? { place: found, distance: Math.sqrt(least) * KILOMETRES_PER_DEGREE } : null;
}

/** A finder that knows the catalogue and answers only zones that both PostgreSQL and this program know. */
export async function loadZoneFinder(db: Queryable): Promise<ZoneFinder> {
  // Places without a population come from lists whose zones were themselves looked up.
  const places = await db.query<ZonedPlace>(
    `SELECT country_code AS "countryCode", latitude, longitude, time_zone AS "timeZone"
     FROM cities WHERE population IS NOT NULL`,
  );
  const zones = await db.query<{ name: string }>('SELECT name FROM pg_timezone_names');
  const names = new Set(zones.rows.map(({ name }) => name));
  return new ZoneFinder(places.rows, (zone) => names.has(zone) && isTimeZone(zone));
}
