import { useMemo, useState } from 'preact/hooks';
import type { ParameterView } from '../domain/parameters.js';
import type { Span } from '../domain/ranges.js';
import type { PageState } from '../state/page-state.js';
import { ChartCanvas } from './chart-canvas.js';
import type { CityChart } from './chart-data.js';
import { ChartReadout } from './chart-readout.js';
import { ChartTable } from './chart-table.js';
import { ForecastTable } from './forecast-table.js';
import { forecastSentence } from './forecast-sentence.js';
import { layersFor } from './chart-tools.js';
import { drawingOf } from './lines.js';
import { chartSentence } from './sentence.js';
import { align } from './align.js';

export interface ChartCity {
  id: string;
  name: string;
  timeZone: string;
}

interface Props {
  cities: readonly ChartCity[];
  data: readonly CityChart[];
  view: ParameterView;
  span: Span;
  /** Up to where forecasts are drawn, milliseconds. */
  horizon: number;
  page: PageState;
  step: 'hour' | 'day';
  onZoom: (from: number, to: number) => void;
}

/** Whether anything of what is drawn was forecast. */
export const hasForecast = (data: readonly CityChart[]): boolean => data.some(({ forecast }) => forecast);

/** The chart, its reading under the cursor, its sentence, and its table. */
export function ChartBody({ cities, data, view, span, horizon, page, step, onZoom }: Props) {
  const [at, setAt] = useState<number | null>(null);
  const layers = page.layers.join(' ');
  const drawing = useMemo(() => {
    const exist = layersFor(view, span, hasForecast(data));
    return drawingOf(
      data,
      page.layers.filter((layer) => exist.includes(layer)),
      view,
    );
  }, [data, layers, view, span]);
  const showsForecasts = hasForecast(data) && page.layers.includes('forecast');
  const end = showsForecasts ? horizon : span.to;
  const look = useMemo(
    () => ({
      view,
      unit: data[0]?.unit ?? '',
      timeZone: cities[0]?.timeZone ?? 'UTC',
      from: span.from / 1_000,
      to: end / 1_000,
    }),
    [data, view, span, end, cities[0]?.timeZone],
  );
  const times = useMemo(() => align(drawing.lines)[0], [drawing]);
  const onCursor = (index: number | null) => setAt(index === null ? null : (times[index] ?? NaN) * 1_000);
  const sentences = data.map((city, place) => {
    const known = cities[place] ?? { name: '', timeZone: 'UTC' };
    const told = chartSentence(known, city, view, step);
    return showsForecasts && city.forecast
      ? `${told} ${forecastSentence(known, city, city.forecast, view)}`
      : told;
  });
  return (
    <>
      <ChartReadout cities={cities} data={data} view={view} at={at} />
      <ChartCanvas drawing={drawing} look={look} events={{ onCursor, onZoom }} label={sentences.join(' ')} />
      <div class="sentences">
        {sentences.map((sentence, place) => (
          <p key={cities[place]?.id} class={`city-${place + 1}`}>
            <span class="swatch" aria-hidden="true" />
            {sentence}
          </p>
        ))}
        {cities.length > 1 && (
          <p class="muted">
            The axis has the time of {cities[0]?.name}, each sentence its city’s own. Drag across the chart to
            zoom.
          </p>
        )}
        {cities.length === 1 && <p class="muted">Times are local. Drag across the chart to zoom.</p>}
      </div>
      <ChartTable cities={cities} data={data} view={view} />
      {showsForecasts && <ForecastTable cities={cities} data={data} view={view} />}
    </>
  );
}
