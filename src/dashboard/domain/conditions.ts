export type Glyph = 'clear' | 'clouds' | 'rain' | 'snow' | 'thunder' | 'mist' | 'unknown';

/** Words of a condition's group that name its picture; the first that fits. */
const WORDS: readonly (readonly [RegExp, Glyph])[] = [
  [/thunder/i, 'thunder'],
  [/snow|sleet|ice|hail/i, 'snow'],
  [/rain|drizzle|shower/i, 'rain'],
  [/mist|fog|haze|smoke|dust|sand|ash|squall|tornado/i, 'mist'],
  [/cloud|overcast/i, 'clouds'],
  [/clear|sun/i, 'clear'],
];

/** The picture of a kind of weather, whichever source names it. */
export const glyphOf = (group: string | undefined): Glyph =>
  WORDS.find(([word]) => word.test(group ?? ''))?.[1] ?? 'unknown';

/** Answers older than two intervals and a bit are stale: one call may be late, two are a fault. */
export function isStale(observedAt: number, intervalMinutes: number, now: number): boolean {
  return now - observedAt > (2 * intervalMinutes + 15) * 60_000;
}
