import { fill, sqlTemplate } from '../lists/template.js';

const GREAT_CIRCLE = sqlTemplate(import.meta.url, 'great-circle.sql');

/** Expressions for degrees of latitude and longitude. */
interface Place {
  latitude: string;
  longitude: string;
}

/** The expression for the kilometres between two places. */
export function greatCircle(from: Place, to: Place): string {
  return fill(GREAT_CIRCLE, {
    fromLatitude: from.latitude,
    fromLongitude: from.longitude,
    toLatitude: to.latitude,
    toLongitude: to.longitude,
  }).text;
}
