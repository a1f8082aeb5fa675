import type { Queryable } from '../../database/sql.js';
import type { SortDirection, Units } from '../generated/resolvers.js';
import { Columns, distinct, fetchColumns, selectRows } from './columns.js';
import { secondsOf, type FieldSet } from './fields.js';
import { ItemBuilder, type Item } from './items.js';
import type { Projection } from './projection.js';
import { ItemWriter } from '../written/write.js';
import { fill, sqlTemplate, type SqlTemplate } from './template.js';

/** The page of a list that is computed on request. */
const COMPUTED_PAGE = sqlTemplate(import.meta.url, 'computed.sql');

/** A list kept by city and time: how it is read, and what its items consist of. */
export interface ListKind {
  /** Names its cursors. */
  name: string;
  /** One page over cities that share a window of time. */
  page: SqlTemplate;
  /** Many pages, each of one city and within one window. */
  pages: SqlTemplate;
  /** Column of time; with the city, and with `source` where `sourced`, the key. */
  time: string;
  sourced: boolean;
  /** Length of what one item stands for: windows are cut at its borders. */
  grain: 'INSTANT' | 'HOUR' | 'LOCAL_DAY';
  fields: FieldSet;
  /**
   * The statement of a list that is no table but computed on request. Its parameters are cities, each once, from, to
   * (one each a city) and the kind's own.
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

/** What a statement answered, for one page or many: by row. */
export interface ReadRows {
  length: number;
  cityOf(row: number): number;
  /** Only where the request's projection has cursors. */
  positionOf(row: number): Position;
  /** Items; those of a written list are written when the answer is. */
  items: readonly Item[] | ItemWriter;
}

/** Some rows of what was read, in the order of reading. */
export interface Page {
  read: ReadRows;
  rows: number[];
}

/** Reads one page over some cities that share a window: one row more than it holds, where there are more. */
export async function fetchPage(
  db: Queryable,
  request: ListRequest,
  windows: readonly CityWindow[],
): Promise<Page> {
  const { from, to } = windows[0] ?? { from: 0, to: 0 };
  const values = [windows.map(({ cityId }) => cityId), from, to, request.limit + 1, ...bounds(request)];
  const { read } = await fetchRows(db, request, request.kind.page, values);
  return { read, rows: Array.from({ length: read.length }, (_, row) => row) };
}

/**
 * Reads many pages, each of one city and within one window, in one statement.
 * @param windows where the list is computed, of a city each
 * @returns the pages in the order of the windows
 */
export async function fetchPages(
  db: Queryable,
  request: ListRequest,
  windows: readonly CityWindow[],
): Promise<Page[]> {
  const { kind, limit, parameters } = request;
  const isTable = kind.computed === undefined;
  const spans = [windows.map((w) => w.cityId), windows.map((w) => w.from), windows.map((w) => w.to)];
  const values = isTable ? [...spans, limit + 1, ...bounds(request)] : [...spans, ...parameters, limit + 1];
  const sections: Sections = isTable ? {} : { hours: kind.computed ?? '', limit: `$${values.length}` };
  const template = isTable ? kind.pages : COMPUTED_PAGE;
  const pages = new Map<number, number[]>();
  const { read, numbers } = await fetchRows(db, request, template, values, sections);
  for (const [row, number] of numbers.entries()) {
    const page = pages.get(number ?? 0);
    if (page) page.push(row);
    else pages.set(number ?? 0, [row]);
  }
  return windows.map(({ cityId }, i) => ({ read, rows: pages.get(isTable ? i + 1 : cityId) ?? [] }));
}

type Sections = Record<string, string>;

const CITY = { sql: 'city_id', type: 'NUMBER' } as const;
const SOURCE = { sql: 'source', type: 'TEXT' } as const;
/** Which of the windows a row of many pages is in; from 1. */
const NUMBER = { sql: 'number', type: 'NUMBER' } as const;

async function fetchRows(
  db: Queryable,
  request: ListRequest,
  template: SqlTemplate,
  values: unknown[],
  sections: Sections = {},
): Promise<{ read: ReadRows; numbers: readonly (number | null)[] }> {
  const { kind, projection } = request;
  const builder = new ItemBuilder(kind.fields, projection);
  const time = { sql: secondsOf(kind.time), type: 'NUMBER' } as const;
  const page = template === kind.pages ? NUMBER : CITY;
  const keys = [CITY, page, ...(projection.cursors ? [time, ...(kind.sourced ? [SOURCE] : [])] : [])];
  const columns = distinct([...keys, ...builder.columns]);
  const order = orderOf(request);
  const statement = fill(template, { ...sections, columns: selectRows(columns), order });
  const answer = await fetchColumns(db, statement, columns, values);
  const rows = rowsOf(request, builder, answer);
  return { read: rows, numbers: answer.numbers(page.sql) };
}

function rowsOf({ kind, projection, units }: ListRequest, builder: ItemBuilder, answer: Columns): ReadRows {
  const cityOf = (row: number): number => answer.numbers(CITY.sql)[row] ?? 0;
  const { layout } = projection;
  return {
    length: answer.length,
    cityOf,
    positionOf: (row) => ({
      cityId: cityOf(row),
      time: answer.numbers(secondsOf(kind.time))[row] ?? 0,
      source: kind.sourced ? (answer.texts(SOURCE.sql)[row] ?? null) : null,
    }),
    items: layout ? new ItemWriter(kind.fields, layout, answer, units) : builder.build(answer, units),
  };
}

/** A page of nothing, as when there is no part of time to look in. */
export function emptyPage(request: ListRequest): Page {
  const builder = new ItemBuilder(request.kind.fields, request.projection);
  return { read: rowsOf(request, builder, new Columns([], null)), rows: [] };
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
    ...[low?.time, low?.cityId, high?.time, high?.cityId].map((value) => value ?? null),
    ...parameters,
    ...(kind.sourced ? [low?.source ?? null, high?.source ?? null] : []),
  ];
}
