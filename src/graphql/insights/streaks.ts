import { converter, unitIn } from '../../domain/units.js';
import type { StreaksRequest } from '../arguments/streaks.js';
import type { Context } from '../context.js';
import type { Comparison, Streak, Streaks } from '../generated/resolvers.js';
import { fill, sqlTemplate } from '../lists/template.js';
import { loadRows, type CityStatement } from '../loaders/rows.js';
import { DAY_MEASURES, daysOf } from './measures.js';

const STREAKS = sqlTemplate(import.meta.url, 'streaks.sql');

const OPERATORS: Readonly<Record<Comparison, string>> = {
  ABOVE: '>',
  AT_LEAST: '>=',
  BELOW: '<',
  AT_MOST: '<=',
};

/** A run, or what is known of the range: then without dates, `days` being those that meet the condition. */
type RunRow = Streak & { known: number };
interface RangeRow {
  from: null;
  days: number;
  known: number;
}
type StreakRow = RunRow | RangeRow;

/** Runs of a city's days that meet a condition. */
export async function loadStreaks(
  context: Context,
  cityId: number,
  request: StreaksRequest,
): Promise<Streaks> {
  const rows = await loadRows<StreakRow>(context, cityId, 'streaks', request, () =>
    statementOf(request, context.now),
  );
  const runs = rows.filter((row): row is RunRow => row.from !== null);
  const range = rows.find(({ from }) => from === null) ?? { days: 0, known: 0 };
  const { measure, comparison, threshold, units } = request;
  const { unit } = DAY_MEASURES[measure];
  const convert = converter(units, unit);
  const streaks = runs.map((run) => ({ ...run, min: convert(run.min), max: convert(run.max) }));
  return {
    measure,
    comparison,
    threshold: convert(threshold),
    unit: unitIn(units, unit),
    daysKnown: range.known,
    daysMissing: request.days.length - range.known,
    daysMet: range.days,
    longest: longestOf(streaks),
    streaks,
  };
}

function statementOf(request: StreaksRequest, now: number): CityStatement {
  const { measure, comparison, threshold, days, minCoverage, minDays } = request;
  const sections = { days: daysOf([measure]), comparison: OPERATORS[comparison] };
  return {
    ...fill(STREAKS, sections),
    values: [days.from, days.to, minCoverage, now, threshold, minDays],
  };
}

/** The earliest of the longest. */
function longestOf(streaks: readonly Streak[]): Streak | null {
  return streaks.reduce<Streak | null>(
    (longest, streak) => (longest === null || streak.days > longest.days ? streak : longest),
    null,
  );
}
