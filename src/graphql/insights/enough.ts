import type { Basis } from '../arguments/insights.js';

/** Whether so much history is enough for a normal. */
export const isEnough = (
  { years, days }: { years: number; days: number },
  { minYears, minDays }: Pick<Basis, 'minYears' | 'minDays'>,
): boolean => years >= minYears && days >= minDays;

/** Converts what may be absent. */
export const orNull = (
  convert: (value: number) => number,
  value: number | null | undefined,
): number | null => (typeof value === 'number' ? convert(value) : null);
