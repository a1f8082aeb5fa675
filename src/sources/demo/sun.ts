import { DAY, HOUR } from '../../domain/time.js';

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Winter solstice of the north, as a day of the year. */
const SOLSTICE = -10;
const YEAR = 365.2425;

/** Where in the year an instant is, as an angle: 0 at the winter solstice of the north. */
export function seasonAngle(at: Date): number {
  return ((at.getTime() / DAY - SOLSTICE) / YEAR) * 2 * Math.PI;
}

/** Latitude the sun stands above, degrees. */
function declination(at: Date): number {
  return -23.44 * Math.cos(seasonAngle(at));
}

/** Hours since midnight by the sun. */
export function solarHour(longitude: number, at: Date): number {
  const hours = at.getTime() / HOUR + longitude / 15;
  return ((hours % 24) + 24) % 24;
}

/** Half the length of the day, hours: 0 in the polar night, 12 in the polar day. */
function halfDay(latitude: number, at: Date): number {
  const x = -Math.tan(radians(latitude)) * Math.tan(radians(declination(at)));
  return (Math.acos(Math.min(1, Math.max(-1, x))) / Math.PI) * 12;
}

/** Sunrise and sunset of the solar day an instant lies in; undefined in polar day and night. */
export function sunTimes(
  latitude: number,
  longitude: number,
  at: Date,
): { sunrise: Date; sunset: Date } | undefined {
  const half = halfDay(latitude, at);
  if (half <= 0 || half >= 12) return undefined;
  const noon = at.getTime() + (12 - solarHour(longitude, at)) * HOUR;
  return { sunrise: new Date(noon - half * HOUR), sunset: new Date(noon + half * HOUR) };
}

export function isDaylight(latitude: number, longitude: number, at: Date): boolean {
  return Math.abs(solarHour(longitude, at) - 12) < halfDay(latitude, at);
}
