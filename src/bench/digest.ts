/** What an answer says, whatever its shape: how many temperatures, and their sum. */
export interface Digest {
  count: number;
  sum: number;
}

/** The names that temperatures go by in the contenders' answers. */
const TEMPERATURE = /^(airTemperature|airTemperatureC|airTemperatureMeanC|average|mean)$/;

/** Adds up an answer's temperatures, so that contenders can be held to the same answer. */
export function digest(value: unknown, isTemperature = false): Digest {
  if (typeof value === 'number') return isTemperature ? { count: 1, sum: value } : { count: 0, sum: 0 };
  if (Array.isArray(value)) return total(value.map((item) => digest(item, isTemperature)));
  if (typeof value !== 'object' || value === null) return { count: 0, sum: 0 };
  const isColumn = 'parameter' in value && value.parameter === 'AIR_TEMPERATURE';
  return total(
    Object.entries(value).map(([name, below]) =>
      digest(below, TEMPERATURE.test(name) || (isColumn && name === 'values')),
    ),
  );
}

function total(parts: readonly Digest[]): Digest {
  return parts.reduce((a, b) => ({ count: a.count + b.count, sum: a.sum + b.sum }), { count: 0, sum: 0 });
}

/** Whether two answers say the same, but for rounding: this API answers thousandths, others all there is. */
export function agree(a: Digest, b: Digest): boolean {
  return a.count === b.count && Math.abs(a.sum - b.sum) <= 5e-4 * Math.max(1, a.count);
}
