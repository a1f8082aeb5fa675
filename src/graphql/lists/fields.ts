import { converter, digitsConverter, type MetricUnit, type UnitSystem } from '../../domain/units.js';
import type { Cell, Column, Columns } from './columns.js';

/** How a field of a list's items is made from columns. */
export interface Field {
  columns: readonly Column[];
  /** Property it becomes; the field's own name unless a resolver reads it under another. */
  property?: string;
  /** Prepares a page: answers the field's value by row. */
  read(columns: Columns, units: UnitSystem): (row: number) => unknown;
  /** The same for values that are numbers, as JSON, where that is quicker than by way of numbers. */
  digits?(columns: Columns, units: UnitSystem): (row: number) => string;
}

/** The fields of a type by name; below a name that groups, another set. */
export type FieldSet = Readonly<Record<string, Field | Readonly<Record<string, Field>>>>;

/** Whether an entry is a field, not a group of them. */
export function isField(entry: FieldSet[string]): entry is Field {
  return typeof entry.read === 'function';
}

/** A column of numbers as it is. */
export function number(sql: string): Field {
  return {
    columns: [{ sql, type: 'NUMBER' }],
    read: (columns) => {
      const cells = columns.numbers(sql);
      return (row) => cells[row];
    },
    digits: (columns) => digitsOf(columns.words(sql), (digits) => digits),
  };
}

/** Seconds since 1970 of a timestamptz that is kept to the second. */
export const secondsOf = (column: string): string => `date_part('epoch', ${column})::bigint`;

/** A timestamptz that is kept to the second. */
export function instant(column: string): Field {
  return number(secondsOf(column));
}

/** A timestamptz with a fraction, which is cut off. */
export function moment(column: string): Field {
  return number(`floor(date_part('epoch', ${column}))::bigint`);
}

/** A measurement, converted to the units asked for. */
export function measure(column: string, unit: MetricUnit): Field {
  return {
    columns: [{ sql: column, type: 'NUMBER' }],
    read: (columns, units) => {
      const cells = columns.numbers(column);
      const convert = converter(units, unit);
      return (row) => {
        const value = cells[row];
        return value === null || value === undefined ? null : convert(value);
      };
    },
    digits: (columns, units) => digitsOf(columns.words(column), digitsConverter(units, unit)),
  };
}

/**
 * Numbers as JSON, by row.
 * @param wordOf what PostgreSQL writes for them; nothing for null
 */
export function digitsOf(
  wordOf: (row: number) => string | null | undefined,
  convert: (digits: string) => string,
): (row: number) => string {
  return (row) => {
    const word = wordOf(row);
    return word ? convert(word) : 'null';
  };
}

/** Words: enum values, or several of them put together with +. */
export function text(sql: string, read: (value: string | null) => unknown): Field {
  return {
    columns: [{ sql, type: 'TEXT' }],
    read: (columns) => {
      const cells = columns.texts(sql);
      return (row) => read(cells[row] ?? null);
    },
  };
}

/** Whatever follows from several columns of numbers. */
export function derived(
  sql: readonly string[],
  compute: (values: (number | null)[], units: UnitSystem) => unknown,
): Field {
  return {
    columns: sql.map((column) => ({ sql: column, type: 'NUMBER' })),
    read: (columns, units) => {
      const cells = sql.map((column) => columns.numbers(column));
      return (row) =>
        compute(
          cells.map((column) => column[row] ?? null),
          units,
        );
    },
  };
}

/** The same for every row. */
export function constant(value: Cell): Field {
  return { columns: [], read: () => () => value };
}

/** Least, mean and greatest: the columns of a summary that begin with a parameter's name. */
export function statistic(parameter: string, suffix: string, unit: MetricUnit) {
  return {
    min: measure(`${parameter}_min_${suffix}`, unit),
    mean: measure(`${parameter}_mean_${suffix}`, unit),
    max: measure(`${parameter}_max_${suffix}`, unit),
  };
}
