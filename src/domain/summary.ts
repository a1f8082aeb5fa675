/** A day is complete when it is over and at least this share of its hours was observed: 18 of 24. */
export const COMPLETE_COVERAGE = 0.75;

/** °C: heating is counted below it, cooling above (65 °F, as degree days are published). */
export const DEGREE_DAY_BASE = 18.3;

/**
 * Degree days of one day, from its mean temperature in °C.
 * @returns kelvin days, not negative
 */
export function degreeDays(mean: number): { heating: number; cooling: number } {
  const difference = Math.round((mean - DEGREE_DAY_BASE) * 1000) / 1000;
  return { heating: Math.max(0, -difference), cooling: Math.max(0, difference) };
}
