/** Where a range lies on a scale from 0 to 100. */
export interface RangeBar {
  from: number;
  width: number;
}

/** Places ranges on the scale that all of them share; none for one without values. Equal ends keep a little width. */
export function rangeBars(
  ranges: readonly { min: number | null; max: number | null }[],
): (RangeBar | null)[] {
  const ends = ranges.flatMap(({ min, max }) => (min === null || max === null ? [] : [min, max]));
  const least = Math.min(...ends);
  const scale = 100 / (Math.max(...ends) - least || 1);
  return ranges.map(({ min, max }) =>
    min === null || max === null
      ? null
      : { from: Math.min((min - least) * scale, 97), width: Math.max((max - min) * scale, 3) },
  );
}
