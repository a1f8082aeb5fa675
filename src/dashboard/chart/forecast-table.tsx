import { useState } from 'preact/hooks';
import { formatInstant, formatValue } from '../domain/format.js';
import type { ParameterView } from '../domain/parameters.js';
import type { CityChart, CityForecast } from './chart-data.js';

interface City {
  id: string;
  name: string;
  timeZone: string;
}

interface Props {
  cities: readonly City[];
  data: readonly CityChart[];
  view: ParameterView;
}

/** What was forecast, beside what came. Made when opened. */
export function ForecastTable({ cities, data, view }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details class="table-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Show the forecast as a table</summary>
      {open &&
        cities.map((city, place) => {
          const chart = data[place];
          return (
            chart?.forecast && (
              <div
                class="table-scroll"
                key={city.id}
                role="region"
                tabIndex={0}
                aria-label={`${city.name}: forecast`}
              >
                <Instants city={city} data={chart} forecast={chart.forecast} view={view} />
              </div>
            )
          );
        })}
    </details>
  );
}

interface InstantsProps {
  city: City;
  data: CityChart;
  forecast: CityForecast;
  view: ParameterView;
}

function Instants({ city, data, forecast: { ahead, coming }, view }: InstantsProps) {
  const text = (value: number | null | undefined) => formatValue(value, data.unit, view.digits);
  const came = new Map(data.observed.time.map((at, i) => [at, data.observed.values[i]]));
  return (
    <table>
      <caption>
        {city.name}: {view.label.toLowerCase()} as forecast; of the past, what had been forecast a day before
      </caption>
      <thead>
        <tr>
          <th scope="col">At</th>
          <th scope="col">Forecast</th>
          <th scope="col">Observed in the hour from then</th>
        </tr>
      </thead>
      <tbody>
        {[ahead, coming].flatMap(({ time, values }) =>
          time.map((at, i) => (
            <tr key={at}>
              <th scope="row">{formatInstant(at, city.timeZone)}</th>
              <td>{text(values[i])}</td>
              <td>{text(came.get(at))}</td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
