import { HOURLY_VARIABLES } from './variables.js';

/** Days that one call's weight covers before it grows. */
const DAYS_PER_WEIGHT = 14;
/** Variables that one call's weight covers. */
const VARIABLES_PER_WEIGHT = 10;

/**
 * What a call costs of Open-Meteo's quota, in calls: 10 variables of 14 days at one place are one, and no call is
 * less than one (open-meteo.com/en/pricing).
 */
export function archiveWeight(variables: number, days: number, places: number): number {
  const perDay = variables / VARIABLES_PER_WEIGHT;
  return Math.max(1, perDay, (days / DAYS_PER_WEIGHT) * perDay) * places;
}

/** What one call of the archive over so many days counts with its quota: every hourly variable, of one place. */
export function weighArchive(days: number): number {
  return archiveWeight(HOURLY_VARIABLES.length, days, 1);
}
