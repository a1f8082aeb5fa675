/** How much data a benchmark reads. */
export interface Size {
  cities: number;
  days: number;
}

/** Sizes by name: the small one only proves that the benchmark runs. */
export const SIZES: Readonly<Record<string, Size>> = {
  small: { cities: 40, days: 120 },
  half: { cities: 500, days: 365 },
  full: { cities: 1_000, days: 365 },
};
