import { countText, differenceUnit, formatInstant, formatValue } from '../domain/format.js';
import type { ParameterView } from '../domain/parameters.js';
import type { CityChart, CityForecast } from './chart-data.js';
import { extremesOf } from './extremes.js';

/** The forecasts of one city in a sentence or two: what comes, and how what had been said stands to what came. */
export function forecastSentence(
  { timeZone }: { timeZone: string },
  { observed, unit }: CityChart,
  { newest, coming, ahead }: CityForecast,
  view: ParameterView,
): string {
  const sentences: string[] = [];
  const known = extremesOf(coming);
  if (newest && known) {
    const at = ({ value, at: when }: typeof known.low): string =>
      `${formatValue(value, unit, view.digits)} (${formatInstant(when, timeZone)})`;
    const until = formatInstant(coming.time.at(-1) ?? NaN, timeZone);
    const asked = `${newest.source} said on ${formatInstant(newest.issuedAt, timeZone)}`;
    sentences.push(`Forecast until ${until}, as ${asked}: from ${at(known.low)} to ${at(known.high)}.`);
  }
  const differences = differencesOf(observed, ahead);
  if (differences.length > 0) {
    const mean = differences.reduce((sum, next) => sum + Math.abs(next), 0) / differences.length;
    const by = formatValue(mean, differenceUnit(unit), view.digits);
    const over = countText(differences.length, 'hour');
    sentences.push(`What had been forecast a day before was off by ${by} on average, over ${over}.`);
  }
  return sentences.join(' ');
}

/** Forecast less observed: an instant that was forecast stands against the hour that begins at it, as in the API. */
export function differencesOf(observed: CityChart['observed'], ahead: CityForecast['ahead']): number[] {
  const came = new Map(observed.time.map((at, i) => [at, observed.values[i] ?? null]));
  return ahead.time.flatMap((at, i) => {
    const [said, then] = [ahead.values[i] ?? null, came.get(at) ?? null];
    return said === null || then === null ? [] : said - then;
  });
}
