import { ask } from '../api/ask.js';
import { numberIn, withField } from '../api/with-field.js';
import { parameterView } from '../domain/parameters.js';
import {
  pagesOf,
  resolutionOf,
  showsForecast,
  showsObservations,
  timeRange,
  type Span,
} from '../domain/ranges.js';
import {
  AveragesDocument,
  DaysDocument,
  DaySeriesDocument,
  HoursDocument,
  ObservationsDocument,
  SeriesDocument,
  type FillMethod,
  type Parameter,
  type Units,
} from '../generated/graphql.js';
import type { Band, CityChart, Day, Track } from './chart-data.js';
import { withGaps } from './gaps.js';
import { loadForecast } from './load-forecast.js';
import { dateOf, dayBand } from './local-days.js';

const HOUR = 3_600_000;

export interface ChartRequest {
  cities: readonly { id: string; timeZone: string }[];
  parameter: Parameter;
  span: Span;
  /** Up to where forecasts are drawn, milliseconds. */
  horizon: number;
  units: Units;
  fill: FillMethod;
}

/** Everything a chart may draw of some cities: each city's parts are asked for side by side. */
export async function loadChart(request: ChartRequest, signal: AbortSignal): Promise<CityChart[]> {
  const { span, cities } = request;
  const means = await loadMeans(request, signal);
  return Promise.all(
    cities.map(async ({ id, timeZone }) => {
      const mean = means.get(id) ?? NO_MEANS;
      const [days, hourly, averages, observations, forecast] = await Promise.all([
        loadDays(id, timeZone, request, signal),
        resolutionOf(span) === 'HOUR' ? loadHours(id, request, signal) : undefined,
        resolutionOf(span) === 'HOUR' ? loadAverages(id, request, signal) : undefined,
        showsObservations(span) ? loadObservations(id, request, signal) : undefined,
        showsForecast(request.parameter, span) ? loadForecast(id, request, signal) : undefined,
      ]);
      return {
        id,
        ...mean,
        ...(days && { days, daily: dayBand(days, timeZone) }),
        ...(hourly && { hourly }),
        ...averages,
        ...(observations && { observations }),
        ...(forecast && { forecast }),
      };
    }),
  );
}

type Means = Pick<CityChart, 'unit' | 'observed' | 'filled'>;
const NO_MEANS: Means = { unit: '', observed: { time: [], values: [] }, filled: { time: [], values: [] } };

async function loadMeans(request: ChartRequest, signal: AbortSignal): Promise<Map<string, Means>> {
  const { cities, parameter, span, units, fill } = request;
  const variables = { ids: cities.map(({ id }) => id), parameter, range: timeRange(span), units };
  const { observed, filled } =
    resolutionOf(span) === 'HOUR'
      ? await ask(SeriesDocument, { ...variables, fill }, signal)
      : { filled: [], ...(await ask(DaySeriesDocument, variables, signal)) };
  return new Map(
    observed.map((series, i) => [
      series.city.id,
      {
        unit: series.columns[0]?.unit ?? '',
        observed: trackOf(series),
        filled: trackOf(filled[i] ?? series),
      },
    ]),
  );
}

function trackOf({ time, columns }: { time: string[]; columns: { values: (number | null)[] }[] }): Track {
  return { time: time.map(Date.parse), values: columns[0]?.values ?? [] };
}

async function loadDays(
  id: string,
  timeZone: string,
  { parameter, span, units }: ChartRequest,
  signal: AbortSignal,
): Promise<Day[] | undefined> {
  const { statistic } = parameterView(parameter);
  if (!statistic) return undefined;
  const range = { from: dateOf(span.from, timeZone), to: dateOf(span.to - 1, timeZone) };
  const { city } = await ask(withField(DaysDocument, statistic), { id, range, units }, signal);
  return city?.dailySummaries.nodes.map(({ date, values, coverage }) => ({ date, ...values, ...coverage }));
}

async function loadHours(
  id: string,
  { parameter, span, units }: ChartRequest,
  signal: AbortSignal,
): Promise<Band | undefined> {
  const { statistic } = parameterView(parameter);
  if (!statistic) return undefined;
  const document = withField(HoursDocument, statistic);
  const pages = pagesOf(span).map((page) => ask(document, { id, range: timeRange(page), units }, signal));
  const nodes = (await Promise.all(pages)).flatMap(({ city }) => city?.hourlySummaries.nodes ?? []);
  const hours = nodes.map(({ hour, values: { min, max } }) => ({ time: Date.parse(hour), min, max }));
  const whole = withGaps(hours, HOUR);
  return {
    time: whole.map(({ time }) => time),
    low: whole.map((hour) => ('min' in hour ? hour.min : null)),
    high: whole.map((hour) => ('max' in hour ? hour.max : null)),
  };
}

async function loadAverages(
  id: string,
  { parameter, span, units }: ChartRequest,
  signal: AbortSignal,
): Promise<Pick<CityChart, 'average5' | 'average24'>> {
  const { average } = parameterView(parameter);
  if (!average) return {};
  const document = withField(AveragesDocument, average);
  const pages = pagesOf(span).map((page) => ask(document, { id, range: timeRange(page), units }, signal));
  const cities = (await Promise.all(pages)).map(({ city }) => city);
  return {
    average5: averageTrack(cities.flatMap((city) => city?.short.nodes ?? [])),
    average24: averageTrack(cities.flatMap((city) => city?.long.nodes ?? [])),
  };
}

function averageTrack(nodes: readonly { hour: string; value: number | null }[]): Track {
  const whole = withGaps(
    nodes.map(({ hour, value }) => ({ time: Date.parse(hour), value })),
    HOUR,
  );
  return {
    time: whole.map(({ time }) => time),
    values: whole.map((average) => ('value' in average ? average.value : null)),
  };
}

async function loadObservations(
  id: string,
  { parameter, span, units }: ChartRequest,
  signal: AbortSignal,
): Promise<Track> {
  const document = withField(ObservationsDocument, parameterView(parameter).observation);
  const { city } = await ask(document, { id, range: timeRange(span), units }, signal);
  const nodes = city?.observations.nodes ?? [];
  return {
    time: nodes.map(({ observedAt }) => Date.parse(observedAt)),
    values: nodes.map(({ value }) => numberIn(value)),
  };
}
