import { ask } from '../api/ask.js';
import type { Question } from '../api/copy.js';
import { withField } from '../api/with-field.js';
import { parameterView } from '../domain/parameters.js';
import { timeRange } from '../domain/ranges.js';
import { ForecastsDocument } from '../generated/graphql.js';
import type { CityForecast } from './chart-data.js';
import { forecastOf } from './forecast-tracks.js';
import type { ChartRequest } from './load-chart.js';

/** The forecasts of a city; undefined where the warehouse keeps none of this time. */
export async function loadForecast(
  id: string,
  request: ChartRequest,
  signal: AbortSignal,
): Promise<CityForecast | undefined> {
  const { city } = await ask(documentFor(request), variablesFor(id, request), signal);
  return city ? forecastOf(city) : undefined;
}

/** The question behind a city's forecasts. */
export const forecastQuestion = (id: string, request: ChartRequest): Question => ({
  query: documentFor(request).toString(),
  variables: variablesFor(id, request),
});

const documentFor = ({ parameter }: ChartRequest): typeof ForecastsDocument =>
  withField(ForecastsDocument, parameterView(parameter).observation);

const variablesFor = (id: string, { span, horizon, units }: ChartRequest) => ({
  ...{ id, units },
  past: timeRange(span),
  coming: timeRange({ from: span.from, to: horizon }),
});
