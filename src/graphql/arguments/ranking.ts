import { parseCityFilter } from '../cities/filter.js';
import { ArgumentError } from '../errors.js';
import type { CityFilter, QueryRankingArgs } from '../generated/resolvers.js';
import { DAY_SECONDS, parseDate } from './instants.js';
import { parseCoverage } from './lists.js';
import { pageSize } from './page.js';
import { LONGEST_SPAN_DAYS, parseDateRange } from './window.js';

type Kept = Pick<QueryRankingArgs, 'by' | 'direction' | 'units' | 'first' | 'minCoverage'>;

export interface RankingRequest extends Kept {
  filter: CityFilter | null | undefined;
  /** The filter's ids, checked. */
  ids: number[] | null;
  /** Local days as seconds since 1970, half-open; null: each city's yesterday. */
  days: { from: number; to: number } | null;
  /** Whether one day is compared, which then can be shown. */
  ofOneDay: boolean;
}

/** Checks the arguments of `ranking`. */
export function rankingOf(args: QueryRankingArgs): RankingRequest {
  const { by, filter, direction, units, first, minCoverage } = args;
  pageSize('first', first);
  parseCoverage('minCoverage', minCoverage);
  const ids = parseCityFilter(filter);
  return { by, filter, direction, units, first, minCoverage, ids, days: daysOf(args), ofOneDay: !args.range };
}

function daysOf({ date, range }: QueryRankingArgs): RankingRequest['days'] {
  if (typeof date === 'string') {
    if (range) throw new ArgumentError('date', date, 'absent when range is given');
    const day = parseDate('date', date);
    return { from: day, to: day + DAY_SECONDS };
  }
  if (!range) return null;
  const { from, to } = parseDateRange(range, 'range');
  if (to - from > LONGEST_SPAN_DAYS * DAY_SECONDS) {
    throw new ArgumentError('range.to', range.to, `at most ${LONGEST_SPAN_DAYS} days from the first`);
  }
  return { from, to };
}
