import type { Queryable } from '../../database/sql.js';
import type { PreparedText } from './template.js';

/** One value of a column, as an answer needs it; instants are seconds since 1970. */
export type Cell = number | string | null;

/** What is read of a row. Answers come as one array a column: decoding those costs a third of decoding rows. */
export interface Column {
  sql: string;
  type: 'NUMBER' | 'TEXT';
}

/** The columns of an answer, each once, with their cells. */
export class Columns {
  /** @param cells by the column's SQL */
  constructor(
    readonly length: number,
    private readonly cells: ReadonlyMap<string, readonly Cell[]>,
  ) {}

  numbers(sql: string): readonly (number | null)[] {
    return (this.cells.get(sql) ?? []) as readonly (number | null)[];
  }

  texts(sql: string): readonly (string | null)[] {
    return (this.cells.get(sql) ?? []) as readonly (string | null)[];
  }
}

/** Values are decoded here, by column, not by the driver. */
const RAW = { getTypeParser: () => (text: string) => text };

/**
 * The select list over a sorted subquery: one array a column. Rows reach an aggregate in the subquery's order as long
 * as nothing but the aggregation is done to them (PostgreSQL's manual, 9.21); an ORDER BY within each would cost half
 * as much again.
 */
export function selectArrays(columns: readonly Column[]): string {
  return columns.map((column, i) => `array_agg(${column.sql}) AS c${i}`).join(', ');
}

/** Runs a statement whose select list came from `selectArrays`. */
export async function fetchColumns(
  db: Queryable,
  statement: PreparedText,
  columns: readonly Column[],
  values: unknown[],
): Promise<Columns> {
  const { rows } = await db.query<(string | null)[]>({
    ...statement,
    values,
    types: RAW,
    rowMode: 'array',
  });
  const row = rows[0] ?? [];
  const cells = columns.map((column, i) => decode(row[i] ?? null, column.type));
  return new Columns(cells[0]?.length ?? 0, new Map(columns.map(({ sql }, i) => [sql, cells[i] ?? []])));
}

/** Reads PostgreSQL's text of an array of numbers, or of words without quotes or commas. */
function decode(text: string | null, type: Column['type']): Cell[] {
  if (text === null || text === '{}') return [];
  const inner = text.slice(1, -1);
  if (type === 'TEXT') return inner.split(',').map((word) => (word === 'NULL' ? null : word));
  return JSON.parse(`[${inner.includes('N') ? inner.replaceAll('NULL', 'null') : inner}]`) as Cell[];
}
