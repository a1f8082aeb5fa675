import type { Queryable } from '../../database/sql.js';
import type { PreparedText } from './template.js';

/** One value of a column, as an answer needs it; instants are seconds since 1970. */
export type Cell = number | string | null;

/** What is read of a row; see `selectRows`. */
export interface Column {
  sql: string;
  /** Words hold no quotes, commas, semicolons, parentheses or blanks, and are never empty. */
  type: 'NUMBER' | 'TEXT';
}

/** Columns, each once, though several fields may need it. */
export const distinct = (columns: readonly Column[]): Column[] => [
  ...new Map(columns.map((column) => [column.sql, column])).values(),
];

/** The columns of an answer, each once, with their cells. A column is decoded when it is first read. */
export class Columns {
  readonly #rows: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #numbers = new Map<string, readonly Cell[]>();
  readonly #texts = new Map<string, readonly Cell[]>();
  /** The row that was read last: items are written row by row, and what is split for all of them at once is in the way. */
  #current: { row: number; words: readonly string[] } = { row: -1, words: [] };

  /** @param text all rows, as `selectRows` has them; null for none */
  constructor(columns: readonly Column[], text: string | null) {
    this.#places = new Map(columns.map(({ sql }, i) => [sql, i]));
    this.#rows = text === null ? [] : text.slice(1, -1).split(');(');
  }

  /** Rows. */
  get length(): number {
    return this.#rows.length;
  }

  numbers(sql: string): readonly (number | null)[] {
    return this.#decode(this.#numbers, sql, Number) as readonly (number | null)[];
  }

  /** Cells as PostgreSQL writes them: numbers as in JSON. */
  texts(sql: string): readonly (string | null)[] {
    return this.#decode(this.#texts, sql, (word) => word) as readonly (string | null)[];
  }

  /** The same for whoever reads one row after the other; nothing for null. */
  words(sql: string): (row: number) => string {
    const place = this.#places.get(sql) ?? -1;
    return (row) => {
      if (this.#current.row !== row) this.#current = { row, words: this.#rows[row]?.split(',') ?? [] };
      return this.#current.words[place] ?? '';
    };
  }

  #decode(decoded: Map<string, readonly Cell[]>, sql: string, read: (word: string) => Cell) {
    const known = decoded.get(sql);
    if (known) return known;
    const place = this.#places.get(sql) ?? -1;
    const cells = this.#rows.map((row) => {
      const word = wordAt(row, place);
      return word === '' ? null : read(word);
    });
    decoded.set(sql, cells);
    return cells;
  }
}

function wordAt(row: string, place: number): string {
  let start = 0;
  for (let i = 0; i < place; i += 1) start = row.indexOf(',', start) + 1;
  const end = row.indexOf(',', start);
  return row.slice(start, end === -1 ? undefined : end);
}

/** Values are decoded here, not by the driver. */
const RAW = { getTypeParser: () => (text: string) => text };

/**
 * The select list over a sorted subquery: all rows as one text, which costs PostgreSQL half of what an array a column does,
 * and the driver a tenth of what rows do. Rows reach an aggregate in the subquery's order as long as nothing but the
 * aggregation is done to them (PostgreSQL's manual, 9.21); an ORDER BY within it would cost half as much again.
 */
export function selectRows(columns: readonly Column[]): string {
  return `string_agg(ROW(${columns.map(({ sql }) => sql).join(', ')})::text, ';')`;
}

/** Runs a statement whose select list came from `selectRows`. */
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
  return new Columns(columns, rows[0]?.[0] ?? null);
}
