import { PARAMETERS, type ParameterView } from '../domain/parameters.js';
import { resolutionOf, showsObservations, type Span } from '../domain/ranges.js';
import type { FillMethod } from '../generated/graphql.js';
import { LAYERS, type Layer, type PageState } from '../state/page-state.js';
import { navigate } from '../state/use-page.js';
import { Select } from '../ui/select.js';

const LAYER_LABELS: Readonly<Record<Layer, string>> = {
  observations: 'Observations',
  hourly: 'Hourly range',
  daily: 'Daily range',
  average5: '5 h mean',
  average24: '24 h mean',
  forecast: 'Forecast',
};

const FILL_OPTIONS: readonly { value: FillMethod; label: string }[] = [
  { value: 'NONE', label: 'Leave gaps open' },
  { value: 'LINEAR', label: 'Fill short gaps: line' },
  { value: 'PREVIOUS', label: 'Fill short gaps: value before' },
  { value: 'MEAN', label: 'Fill short gaps: mean' },
];

/**
 * Layers that exist for a parameter and a time.
 * @param forecasts whether there are any of it
 */
export function layersFor(view: ParameterView, span: Span, forecasts: boolean): Layer[] {
  const hours = resolutionOf(span) === 'HOUR';
  const exists: Readonly<Record<Layer, boolean>> = {
    observations: showsObservations(span),
    hourly: hours && view.statistic !== undefined,
    daily: view.statistic !== undefined,
    average5: hours && view.average !== undefined,
    average24: hours && view.average !== undefined,
    forecast: forecasts,
  };
  return LAYERS.filter((layer) => exists[layer]);
}

interface Props {
  page: PageState;
  view: ParameterView;
  span: Span;
  /** Whether there are forecasts to draw. */
  forecasts: boolean;
}

/** What is drawn, and how. */
export function ChartTools({ page, view, span, forecasts }: Props) {
  const { layers, parameter, fill } = page;
  const toggle = (layer: Layer) =>
    navigate({ layers: LAYERS.filter((other) => (other === layer) !== layers.includes(other)) });
  return (
    <div class="chart-tools">
      <Select
        label="Parameter"
        options={PARAMETERS.map(({ parameter: value, label }) => ({ value, label }))}
        value={parameter}
        onChange={(value) => navigate({ parameter: value })}
      />
      {resolutionOf(span) === 'HOUR' && view.drawn === 'line' && (
        <Select
          label="Gaps"
          options={FILL_OPTIONS}
          value={fill}
          onChange={(value) => navigate({ fill: value })}
        />
      )}
      <div class="layers" role="group" aria-label="Layers">
        {layersFor(view, span, forecasts).map((layer) => (
          <label key={layer} class={`pill pill-${layer}`}>
            <input type="checkbox" checked={layers.includes(layer)} onChange={() => toggle(layer)} />
            <span>
              <i class="sample" aria-hidden="true" />
              {LAYER_LABELS[layer]}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
