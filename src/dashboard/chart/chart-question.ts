import type { Question } from '../api/copy.js';
import { resolutionOf, timeRange } from '../domain/ranges.js';
import { DaySeriesDocument, SeriesDocument } from '../generated/graphql.js';
import type { ChartRequest } from './load-chart.js';

/** The question whose answer is the chart's lines. */
export function chartQuestion({ cities, parameter, span, units, fill }: ChartRequest): Question {
  const variables = { ids: cities.map(({ id }) => id), parameter, range: timeRange(span), units };
  return resolutionOf(span) === 'HOUR'
    ? { query: SeriesDocument.toString(), variables: { ...variables, fill } }
    : { query: DaySeriesDocument.toString(), variables };
}
