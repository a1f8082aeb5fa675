import type { Place, Rejection } from '../domain/observation.js';

/** Mean radius of the Earth, km (IUGG). */
const EARTH_RADIUS = 6371.0088;
/** Replies echo the place rounded, or as the centre of a grid cell: some km off at most. Beyond this it is another. */
const SAME_PLACE_KM = 50;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

interface Coordinates {
  latitude: number;
  longitude: number;
}

/** Great-circle distance in km, by the haversine formula, which is exact enough for near places too. */
export function distanceBetween(a: Coordinates, b: Coordinates): number {
  const dLatitude = radians(b.latitude - a.latitude);
  const dLongitude = radians(b.longitude - a.longitude);
  const h =
    Math.sin(dLatitude / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLongitude / 2) ** 2;
  return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** Refuses a reply that is about another place than the one asked for; undefined when it is the same. */
export function placeMismatch(asked: Place, got: Coordinates, path: string): Rejection | undefined {
  const distance = distanceBetween(asked, got);
  if (distance <= SAME_PLACE_KM) return undefined;
  return {
    reason: 'PLACE_MISMATCH',
    path,
    value: JSON.stringify({ latitude: got.latitude, longitude: got.longitude }),
    detail:
      `The reply is about a place ${Math.round(distance)} km from city ${asked.cityId}` +
      ` (${asked.latitude}, ${asked.longitude}); up to ${SAME_PLACE_KM} km pass.`,
  };
}

/** A coordinate as it is sent: at most 5 decimals (1 m), never in exponent form. */
export function coordinate(degrees: number): string {
  return String(Number(degrees.toFixed(5)));
}
