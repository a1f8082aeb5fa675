import { CALENDAR_HOURS, FILLED_HOURS } from '../../series/filled-hours.js';
import type { SeriesRequest } from '../arguments/series.js';
import type { Context } from '../context.js';
import { fetchColumns, selectRows, type Columns } from '../lists/columns.js';
import { averagesList } from '../lists/computed.js';
import { fill, sqlTemplate } from '../lists/template.js';
import { loadCity } from '../loaders/cities.js';
import type { CityNode } from '../nodes.js';
import { averagesOf, valuesOf, valuesReader, widthOf, type SeriesValues } from './columns.js';

const HOURS = sqlTemplate(import.meta.url, 'series-hours.sql');
const DAYS = sqlTemplate(import.meta.url, 'series-days.sql');
const PERIODS = sqlTemplate(import.meta.url, 'series-periods.sql');

export interface SeriesNode {
  city: CityNode;
  time: number[];
  columns: SeriesValues[];
}

/** Values of some cities over the calendar, as parallel arrays. */
export async function loadSeries(context: Context, request: SeriesRequest): Promise<SeriesNode[]> {
  const found = await Promise.all(request.cityIds.map((id) => loadCity(context, id)));
  const cities = found.filter((city) => city !== null);
  if (cities.length === 0) return [];
  const columns = await fetchSeries(
    context,
    request,
    cities.map(({ id }) => id),
  );
  const rows = rowsByCity(columns);
  const readers = readersOf(columns, request);
  return cities.map((city) => {
    const [first, last] = rows.get(city.id) ?? [0, 0];
    return {
      city,
      time: columns.numbers('starts_at').slice(first, last) as number[],
      columns: readers.map((read) => read(first, last)),
    };
  });
}

async function fetchSeries(context: Context, request: SeriesRequest, ids: number[]): Promise<Columns> {
  const { parameters, interval, from, to, averageHours } = request;
  const values =
    averageHours === null
      ? valuesOf(parameters, interval === 'WEEK' || interval === 'MONTH')
      : averagesOf(parameters);
  const names = ['city_id', 'starts_at', ...values.map((_, i) => `v${i}`)];
  const columns = names.map((sql) => ({ sql, type: 'NUMBER' as const }));
  const sections = {
    columns: selectRows(columns),
    values: values.map((value, i) => `, ${value} AS v${i}`).join(''),
  };
  if (interval === 'HOUR') {
    const { text, values: given } = hoursOf(request, context.surroundings.windows);
    const spans = [ids, ids.map(() => from), ids.map(() => to)];
    return fetchColumns(context.read, fill(HOURS, { ...sections, hours: text }), columns, [
      ...spans,
      ...given,
    ]);
  }
  if (interval === 'DAY') {
    return fetchColumns(context.read, fill(DAYS, sections), columns, [ids, from, to]);
  }
  return fetchColumns(context.read, fill(PERIODS, sections), columns, [
    ids,
    from,
    to,
    interval.toLowerCase(),
  ]);
}

/**
 * The statement that answers every hour of the calendar, and its parameters from $4 on.
 * @param kept hours of the windows whose averages are kept
 */
function hoursOf({ fill: method, maxGapHours, averageHours }: SeriesRequest, kept: readonly number[]) {
  if (averageHours === null) {
    if (method === 'NONE') return { text: CALENDAR_HOURS.text, values: [] };
    return { text: FILLED_HOURS.text, values: [method, maxGapHours] };
  }
  // However little an average rests on, it has its place.
  const averages = {
    windowHours: averageHours,
    frame: 'ROWS',
    fill: method,
    maxGapHours,
    coverage: 0,
  } as const;
  const { kind, parameters } = averagesList(averages, kept);
  return { text: kind.computed ?? '', values: parameters };
}

/** Where each city's rows begin and end: they stand together. */
function rowsByCity(columns: Columns): Map<number, [first: number, last: number]> {
  const rows = new Map<number, [number, number]>();
  columns.numbers('city_id').forEach((city, row) => {
    rows.set(city ?? 0, [rows.get(city ?? 0)?.[0] ?? row, row + 1]);
  });
  return rows;
}

/** Who reads each parameter's values, of one city at a time. */
function readersOf(columns: Columns, { parameters, units }: SeriesRequest) {
  let next = 0;
  return parameters.map((parameter) => {
    const read = valuesReader(columns, parameter, next, units);
    next += widthOf(parameter);
    return read;
  });
}
