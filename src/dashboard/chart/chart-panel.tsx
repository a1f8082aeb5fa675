import { useMemo, useState } from 'preact/hooks';
import { useReloadOnNews, type ObservationNews } from '../api/observation-news.js';
import { useLoaded } from '../api/use-query.js';
import { parameterView } from '../domain/parameters.js';
import { horizonOf, RANGE_LABELS, resolutionOf, spanOf } from '../domain/ranges.js';
import type { PageState } from '../state/page-state.js';
import { navigate } from '../state/use-page.js';
import { CopyMenu } from '../ui/copy-menu.js';
import { Panel } from '../ui/panel.js';
import { EmptyNote, When } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { ChartBody, hasForecast, type ChartCity } from './chart-body.js';
import { chartQuestion } from './chart-question.js';
import { ChartTools } from './chart-tools.js';
import { loadChart, type ChartRequest } from './load-chart.js';
import { forecastQuestion } from './load-forecast.js';
import { RangeBar } from './range-bar.js';

/** Milliseconds between renewals of what is drawn. */
const RENEWAL = 60_000;
/** Milliseconds from an observation to its hour's summary, usually. */
const SUMMARISED = 5_000;

interface Props {
  page: PageState;
  cities: readonly ChartCity[];
  news: ObservationNews;
}

/** A parameter of the chosen cities over time. */
export function ChartPanel({ page, cities, news }: Props) {
  const { parameter, range, units, fill } = page;
  const [zoomedFrom, setZoomedFrom] = useState<PageState['range'] | null>(null);
  const now = useNow(RENEWAL);
  const { from, to } = spanOf(range, now);
  const span = useMemo(() => ({ from, to }), [from, to]);
  const view = parameterView(parameter);
  const horizon = horizonOf(range, span);
  const request: ChartRequest = { cities, parameter, span, horizon, units, fill };
  const answer = useLoaded(JSON.stringify(request), (signal) => loadChart(request, signal), RENEWAL);
  useReloadOnNews(news, answer.reload, SUMMARISED);
  const forecasts = hasForecast(answer.data ?? []);
  const zoom = (start: number, end: number) => {
    setZoomedFrom((old) => old ?? range);
    navigate({ range: wholeHours(start, end) });
  };
  const when = typeof range === 'string' ? RANGE_LABELS[range] : 'chosen time';
  return (
    <Panel
      title={`${view.label}, ${when}`}
      class="chart-panel"
      aside={<RangeBar range={range} span={span} onChange={(next) => navigate({ range: next })} />}
    >
      <ChartTools {...{ page, view, span, forecasts }} />
      <When answer={answer} label="The chart" height="high">
        {(data) =>
          hasForecast(data) ||
          data.some(({ observed }) => observed.values.some((value) => value !== null)) ? (
            <ChartBody {...{ cities, data, view, span, horizon, page, onZoom: zoom }} step={stepOf(span)} />
          ) : (
            <EmptyNote>
              Nothing was observed in this time. Choose a longer one, or{' '}
              <a href="?view=pipeline">look at the pipeline</a>.
            </EmptyNote>
          )
        }
      </When>
      <footer class="panel-foot">
        {zoomedFrom && typeof range !== 'string' && (
          <button
            type="button"
            class="button"
            onClick={() => {
              navigate({ range: zoomedFrom });
              setZoomedFrom(null);
            }}
          >
            Zoom out
          </button>
        )}
        <CopyMenu name="the chart" question={chartQuestion(request)} />
        {forecasts && cities[0] && (
          <CopyMenu
            name={`the forecast of ${cities[0].name}`}
            lead="Copy the forecast as"
            question={forecastQuestion(cities[0].id, request)}
          />
        )}
      </footer>
    </Panel>
  );
}

const stepOf = (span: ChartRequest['span']): 'hour' | 'day' =>
  resolutionOf(span) === 'HOUR' ? 'hour' : 'day';

const HOUR = 3_600_000;

/** A selection by hand, widened to whole hours: three at least. */
function wholeHours(start: number, end: number): { from: number; to: number } {
  const from = Math.floor(start / HOUR) * HOUR;
  return { from, to: Math.max(Math.ceil(end / HOUR) * HOUR, from + 3 * HOUR) };
}
