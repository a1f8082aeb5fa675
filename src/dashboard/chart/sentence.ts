import { countText, formatInstant, formatValue } from '../domain/format.js';
import type { ParameterView } from '../domain/parameters.js';
import type { CityChart } from './chart-data.js';
import { extremesOf } from './extremes.js';
import { filledCount, gapsOf } from './gaps.js';

/**
 * A chart of one city in a sentence, for those who do not see it.
 * @param step what one value stands for
 */
export function chartSentence(
  city: { name: string; timeZone: string },
  data: CityChart,
  view: ParameterView,
  step: 'hour' | 'day',
): string {
  const { observed, unit } = data;
  const known = extremesOf(observed);
  if (!known) return `${city.name}: no ${view.label.toLowerCase()} in this time.`;
  const { low, high, sum, count } = known;
  const text = (value: number): string => formatValue(value, unit, view.digits);
  if (view.drawn === 'bars') return `${city.name}: ${text(sum)} in all. ${gapSentence(data, step)}`;
  const at = (extreme: typeof low): string =>
    `${text(extreme.value)} (${formatInstant(extreme.at, city.timeZone)})`;
  // The mean of directions is a thing of its own: 350° and 10° are not 180°.
  const mean = view.drawn === 'points' ? '' : `, ${text(sum / count)} on average`;
  return `${city.name}: from ${at(low)} to ${at(high)}${mean}. ${gapSentence(data, step)}`;
}

function gapSentence({ observed, filled }: CityChart, step: 'hour' | 'day'): string {
  const gaps = gapsOf(observed);
  if (gaps.length === 0) return 'No gaps.';
  const missing = gaps.reduce((total, { length }) => total + length, 0);
  const drawn = filledCount(observed, filled);
  const fate = drawn === 0 ? 'none of them filled' : `${drawn} of them filled and drawn dashed`;
  return `${countText(gaps.length, 'gap')} of ${countText(missing, step)} in all, ${fate}.`;
}
