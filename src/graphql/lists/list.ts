import type { Queryable } from '../../database/sql.js';
import type { SortDirection, Units } from '../generated/resolvers.js';
import { fetchColumns, selectArrays, type Columns } from './columns.js';
import { secondsOf, type FieldSet } from './fields.js';
import { ItemBuilder, type Item } from './items.js';
import type { Projection } from './projection.js';
import { fill, sqlTemplate, type SqlTemplate } from './template.js';

/** The page of a list that is computed on request. */
const COMPUTED_PAGE = sqlTemplate(import.meta.url, 'computed.sql');

/** A list kept by city and time: how it is read, and what its items consist of. */
export interface ListKind {
  /** Names its cursors. */
  name: string;
  /** One page over cities that share a window of time. */
  page: SqlTemplate;
  /** A page of each of many cities. */
  pageByCity: SqlTemplate;
  /** Column of time; with the city, and with `source` where `sourced`, the key. */
  time: string;
  sourced: boolean;
  /** Length of what one item stands for: windows are cut at its borders. */
  grain: 'INSTANT' | 'HOUR' | 'LOCAL_DAY';
  fields: FieldSet;
  /**
   * The statement of a list that is no table but computed on request. Its parameters are cities, from, to (one each a
   * city) and the kind's own.
   */
  computed?: string;
}

/** A place in the order of a list; cursors say it. */
export interface Position {
  /** Null where the list is one city's: the position then holds in any. */
  cityId: number | null;
  /** Seconds since 1970. */
  time: number;
  source: string | null;
}

export interface ListRequest {
  kind: ListKind;
  projection: Projection;
  units: Units;
  direction: SortDirection;
  limit: number;
  /** From the end. */
  backward: boolean;
  after: Position | null;
  before: Position | null;
  /** The kind's own parameters: from $9 on, or from $4 on where it is computed. */
  parameters: readonly unknown[];
}

/** A city and the half-open part of time wanted of it, seconds since 1970. */
export interface CityWindow {
  cityId: number;
  from: number;
  to: number;
}

/** Items as asked for, one more than the page holds where there are more, each with its position. */
export interface Rows {
  items: Item[];
  positions: Position[];
}

/** Reads one page over some cities that share a window. */
export async function fetchPage(db: Queryable, request: ListRequest, windows: CityWindow[]): Promise<Rows> {
  const { from, to } = windows[0] ?? { from: 0, to: 0 };
  const values = [windows.map(({ cityId }) => cityId), from, to, request.limit + 1];
  return fetchRows(db, request, request.kind.page, values);
}

/** Reads a page of each of many cities, in one statement. @returns rows by city */
export async function fetchPageByCity(
  db: Queryable,
  request: ListRequest,
  windows: CityWindow[],
): Promise<Map<number, Rows>> {
  const all = await fetchAll(db, request, windows);
  const byCity = new Map<number, Rows>();
  all.items.forEach((item, i) => {
    const position = all.positions[i];
    if (typeof position?.cityId !== 'number') return;
    const rows = byCity.get(position.cityId) ?? { items: [], positions: [] };
    rows.items.push(item);
    rows.positions.push(position);
    byCity.set(position.cityId, rows);
  });
  return byCity;
}

function fetchAll(db: Queryable, request: ListRequest, windows: CityWindow[]): Promise<Rows> {
  const { kind, limit, parameters } = request;
  const bounds = [windows.map((w) => w.cityId), windows.map((w) => w.from), windows.map((w) => w.to)];
  if (kind.computed === undefined) return fetchRows(db, request, kind.pageByCity, [...bounds, limit + 1]);
  const values = [...bounds, ...parameters, limit + 1];
  return fetchRows(db, request, COMPUTED_PAGE, values, { hours: kind.computed, limit: `$${values.length}` });
}

const CITY = { sql: 'city_id', type: 'NUMBER' } as const;
const SOURCE = { sql: 'source', type: 'TEXT' } as const;

async function fetchRows(
  db: Queryable,
  request: ListRequest,
  template: SqlTemplate,
  values: unknown[],
  sections: Record<string, string> = {},
): Promise<Rows> {
  const { kind, projection, units } = request;
  const builder = new ItemBuilder(kind.fields, projection);
  const time = { sql: secondsOf(kind.time), type: 'NUMBER' } as const;
  const keys = [CITY, time, ...(kind.sourced && projection.cursors ? [SOURCE] : [])];
  const columns = [...new Map([...keys, ...builder.columns].map((column) => [column.sql, column])).values()];
  const order = orderOf(request);
  const statement = fill(template, { ...sections, columns: selectArrays(columns), order });
  const all = kind.computed === undefined ? [...values, ...bounds(request)] : values;
  const answer = await fetchColumns(db, statement, columns, all);
  return { items: builder.build(answer, units), positions: positions(answer, time.sql) };
}

/** From the end, everything is read the other way round; the page is turned later. */
function orderOf({ kind, direction, backward }: ListRequest): string {
  const time = (direction === 'DESC') !== backward ? 'DESC' : 'ASC';
  const source = kind.sourced ? `, source ${time}` : '';
  return `city_id ${backward ? 'DESC' : 'ASC'}, ${kind.time} ${time}${source}`;
}

/** $5 and on: the positions between which the page lies, in the order of time, and the kind's own. */
function bounds({ kind, direction, after, before, parameters }: ListRequest): unknown[] {
  const [low, high] = direction === 'DESC' ? [before, after] : [after, before];
  return [
    ...[low?.time, cityOf(low), high?.time, cityOf(high)].map((value) => value ?? null),
    ...parameters,
    ...(kind.sourced ? [low?.source ?? null, high?.source ?? null] : []),
  ];
}

const cityOf = (position: Position | null): number | null => position?.cityId ?? null;

function positions(columns: Columns, timeSql: string): Position[] {
  const cities = columns.numbers('city_id');
  const times = columns.numbers(timeSql);
  const sources = columns.texts('source');
  return cities.map((cityId, i) => ({ cityId, time: times[i] ?? 0, source: sources[i] ?? null }));
}
