import { MINUTE } from '../../domain/time.js';
import { system } from './systems.js';

/** Less is not reported, mm/h. */
const TRACE = 0.1;
/** Before the instant: where the preceding hour is looked at for its sum. */
const EARLIER = [20 * MINUTE, 40 * MINUTE];

/**
 * What fell in the hour before an instant, mm of water: where air is moist and pressure low; warm air holds more.
 * @param lift of the instant itself, as liftOf gives it
 */
export function hourlyAmount(
  seed: number,
  latitude: number,
  longitude: number,
  at: Date,
  lift: number,
  airTemperature: number,
): number {
  const earlier = EARLIER.map((ago) => {
    const then = new Date(at.getTime() - ago);
    const moisture = system(seed, 'MOISTURE', latitude, longitude, then);
    return liftOf(moisture, system(seed, 'PRESSURE', latitude, longitude, then));
  });
  const rates = [lift, ...earlier].map((each) => rate(each, airTemperature));
  const amount = rates.reduce((sum, each) => sum + each, 0) / rates.length;
  return amount < TRACE ? 0 : amount;
}

/** How strongly air is made to rise, from the fields of moisture and pressure; above 0 it rains. */
export function liftOf(moisture: number, pressure: number): number {
  return moisture - 0.6 * pressure - 0.4;
}

function rate(lift: number, airTemperature: number): number {
  return 9 * Math.max(0, lift) ** 1.5 * Math.exp(Math.min(airTemperature, 30) * 0.025);
}

/** The part of what falls that is snow: all below 0 °C, none above 2 °C. */
export function snowShare(airTemperature: number): number {
  return Math.min(1, Math.max(0, (2 - airTemperature) / 2));
}
