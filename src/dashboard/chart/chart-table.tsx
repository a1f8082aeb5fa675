import { useState } from 'preact/hooks';
import { formatDay, formatInstant, formatValue } from '../domain/format.js';
import type { ParameterView } from '../domain/parameters.js';
import type { CityChart } from './chart-data.js';

interface Props {
  cities: readonly { id: string; name: string; timeZone: string }[];
  data: readonly CityChart[];
  view: ParameterView;
}

/** The chart's numbers: days with their coverage where the API has them, else its intervals. Made when opened. */
export function ChartTable({ cities, data, view }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details class="table-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Show as a table</summary>
      {open &&
        data.map((city, place) => (
          <div
            class="table-scroll"
            key={city.id}
            role="region"
            tabIndex={0}
            aria-label={`${cities[place]?.name ?? ''}: values`}
          >
            {city.days ? (
              <DayTable name={cities[place]?.name ?? ''} data={city} view={view} />
            ) : (
              <IntervalTable city={cities[place]} data={city} view={view} />
            )}
          </div>
        ))}
    </details>
  );
}

function DayTable({ name, data, view }: { name: string; data: CityChart; view: ParameterView }) {
  const text = (value: number | null) => formatValue(value, data.unit, view.digits);
  return (
    <table>
      <caption>
        {name}: {view.label.toLowerCase()} by day
      </caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Least</th>
          <th scope="col">Mean</th>
          <th scope="col">Greatest</th>
          <th scope="col">Hours observed</th>
        </tr>
      </thead>
      <tbody>
        {data.days?.map(({ date, min, mean, max, observedHours, expectedHours }) => (
          <tr key={date}>
            <th scope="row">{formatDay(date)}</th>
            <td>{text(min)}</td>
            <td>{text(mean)}</td>
            <td>{text(max)}</td>
            <td>
              {observedHours} of {expectedHours}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface IntervalProps {
  city: { name: string; timeZone: string } | undefined;
  data: CityChart;
  view: ParameterView;
}

function IntervalTable({ city, data, view }: IntervalProps) {
  return (
    <table>
      <caption>
        {city?.name}: {view.label.toLowerCase()}
      </caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">{view.drawn === 'bars' ? 'Amount' : 'Mean'}</th>
        </tr>
      </thead>
      <tbody>
        {data.observed.time.map((at, i) => (
          <tr key={at}>
            <th scope="row">{formatInstant(at, city?.timeZone ?? 'UTC')}</th>
            <td>{formatValue(data.observed.values[i], data.unit, view.digits)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
