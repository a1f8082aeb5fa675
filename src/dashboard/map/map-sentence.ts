import { countText } from '../domain/format.js';
import { spotText, type MapValues } from './map-values.js';

/** The map in a sentence. */
export function mapSentence(values: MapValues): string {
  const { label, spots } = values;
  const known = spots.filter(({ value }) => value !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return `${label}: no city has a value.`;
  const text = (spot: typeof first): string => `${spotText(values, spot)} in ${spot.city.name}`;
  const without = spots.length - known.length;
  const missing = without === 0 ? '' : ` ${countText(without, 'city has', 'cities have')} no value.`;
  return `${label} of ${countText(known.length, 'city', 'cities')}: from ${text(last)} to ${text(first)}.${missing}`;
}
