import { HOUR } from '../../domain/time.js';
import { noise1 } from './noise.js';
import { pressureAmplitude } from './climate.js';
import { system } from './systems.js';

/** Degrees over which the slope of pressure is taken. */
const STEP = 1.5;
/** Metres per second for a slope of 1 hPa in a degree, with the ground's friction in it. */
const SPEED_PER_SLOPE = 6;

export interface Wind {
  speed: number;
  gust: number;
  fromDirection: number;
}

/**
 * Wind along the lines of equal pressure, with the low on its left in the north and on its right in the south, on top of
 * the prevailing wind of the latitude. Metres per second, degrees.
 * @param pressure the pressure field at the place itself
 */
export function windAt(seed: number, latitude: number, longitude: number, at: Date, pressure: number): Wind {
  const slope = pressureAmplitude(latitude) / STEP;
  const slopeEast = slope * (system(seed, 'PRESSURE', latitude, longitude + STEP, at) - pressure);
  const slopeNorth = slope * (system(seed, 'PRESSURE', latitude + STEP, longitude, at) - pressure);
  // The turn of the Earth has no grip at the equator.
  const turn = Math.tanh(latitude / 15);
  const eastward = prevailing(latitude) - SPEED_PER_SLOPE * slopeNorth * turn;
  const northward = SPEED_PER_SLOPE * slopeEast * turn;
  const flutter = noise1(seed + 91 + Math.round(latitude * 100), at.getTime() / HOUR);
  const speed = Math.hypot(eastward, northward) * (1 + 0.25 * flutter);
  const fromDirection = ((Math.atan2(-eastward, -northward) * 180) / Math.PI + 360) % 360;
  return { speed, gust: speed * (1.45 + 0.35 * flutter) + 0.5, fromDirection };
}

/** Trade winds from the east, westerlies beyond 30°, polar easterlies: eastward part, m/s. */
function prevailing(latitude: number): number {
  return -2.2 * Math.cos((Math.abs(latitude) * 6 * Math.PI) / 180);
}
