import { formatInstant, formatValue } from '../domain/format.js';
import type { ParameterView } from '../domain/parameters.js';
import type { CityChart } from './chart-data.js';
import { readoutAt } from './readout.js';

interface Props {
  cities: readonly { id: string; name: string; timeZone: string }[];
  data: readonly CityChart[];
  view: ParameterView;
  /** Milliseconds; null while the cursor is elsewhere: the newest is shown. */
  at: number | null;
}

/** What the chart says under the cursor, one line a city. */
export function ChartReadout({ cities, data, view, at }: Props) {
  const moment = at ?? newest(data);
  if (moment === null) return null;
  return (
    <div class="readout" aria-live="polite">
      <span class="readout-time">{formatInstant(moment, cities[0]?.timeZone ?? 'UTC')}</span>
      {data.map((city, place) => {
        const { mean, filled, low, high, average24, forecast } = readoutAt(city, moment);
        const text = (value: number | null) => formatValue(value, city.unit, view.digits);
        return (
          <span key={city.id} class={`readout-city city-${place + 1}`}>
            <span class="swatch" aria-hidden="true" />
            {cities[place]?.name} <strong>{text(mean)}</strong>
            {filled && <em> filled</em>}
            {low !== null && high !== null && low !== high && (
              <span class="muted">
                {' '}
                {text(low)} to {text(high)}
              </span>
            )}
            {average24 !== null && <span class="muted"> · 24 h mean {text(average24)}</span>}
            {forecast !== null && <span class="muted"> · forecast {text(forecast)}</span>}
          </span>
        );
      })}
    </div>
  );
}

/** The last moment for which any city has a value. */
function newest(data: readonly CityChart[]): number | null {
  const times = data.map(
    ({ observed }) => observed.time[observed.values.findLastIndex((value) => value !== null)],
  );
  const known = times.filter((time) => time !== undefined);
  return known.length > 0 ? Math.max(...known) : null;
}
