import { placeOf } from '../cities/city-name.js';
import { formatDay } from '../domain/format.js';
import { valueText, type MapValues } from './map-values.js';

/** The map's values as a table, the largest first. */
export function MapList({ values }: { values: MapValues }) {
  return (
    <div class="table-scroll map-list" role="region" tabIndex={0} aria-label="Cities by value">
      <table>
        <caption class="visually-hidden">{values.label}</caption>
        <thead>
          <tr>
            <th scope="col">City</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {values.spots.map(({ city, value, date }) => (
            <tr key={city.id}>
              <th scope="row">
                <a href={`?city=${city.id}`}>{city.name}</a> <span class="muted">{placeOf(city)}</span>
              </th>
              <td>
                {valueText(values, value)}
                {date && <span class="muted small list-day">{formatDay(date)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
