import { countText, formatValue } from '../domain/format.js';
import type { MapValues } from './map-values.js';

/** The map in a sentence. */
export function mapSentence({ label, unit, spots }: MapValues): string {
  const known = spots.flatMap(({ city, value }) => (value === null ? [] : [{ name: city.name, value }]));
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${label}: no city has a value.`;
  const text = ({ name, value }: typeof first): string => `${formatValue(value, unit)} in ${name}`;
  const without = spots.length - known.length;
  const missing = without === 0 ? '' : ` ${countText(without, 'city has', 'cities have')} no value.`;
  return `${label} of ${countText(known.length, 'city', 'cities')}: from ${text(last)} to ${text(first)}.${missing}`;
}
