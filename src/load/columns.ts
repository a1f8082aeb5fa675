import { PARAMETER_NAMES } from '../domain/parameters.js';
import type { ObservedValues } from '../domain/observation.js';
import type { ReadPayload } from './read-payload.js';

/** One observation on its way into the table. */
export interface ObservationRow {
  payload: ReadPayload;
  observed: ObservedValues;
}

export function observationRows(batch: readonly ReadPayload[]): ObservationRow[] {
  return batch.flatMap((payload) => payload.observations.map((observed) => ({ payload, observed })));
}

type Cell = string | number | undefined;

/** The parameters of upsert-observations.sql: one array literal a column, values in the catalogue's order. */
export function observationColumns(rows: readonly ObservationRow[]): string[] {
  return [
    literal(rows, ({ payload }) => payload.cityId),
    literal(rows, ({ observed }) => observed.observedAt.toISOString()),
    literal(rows, ({ payload }) => payload.source),
    literal(rows, ({ payload }) => payload.kind),
    literal(rows, ({ payload }) => payload.fetchedAt.toISOString()),
    literal(rows, ({ payload }) => payload.id),
    ...PARAMETER_NAMES.map((parameter) => literal(rows, ({ observed }) => observed.values[parameter])),
    literal(rows, ({ observed }) => observed.conditionCodes[0]),
    literal(rows, ({ observed }) => furtherCodes(observed.conditionCodes)),
  ];
}

/**
 * A PostgreSQL array of numbers, instants and plain words, none of which needs quotes. The driver quotes every
 * element, which took twice the time of the whole insert.
 */
export function literal<Item>(items: readonly Item[], cell: (item: Item) => Cell): string {
  return `{${items.map((item) => cell(item) ?? 'NULL').join(',')}}`;
}

/** Most instants have one condition: the rest is NULL then, which takes no space in the row. */
function furtherCodes([, ...further]: readonly number[]): Cell {
  return further.length === 0 ? undefined : `"{${further.join(',')}}"`;
}
