import type { UnitSystem } from '../../domain/units.js';
import type { Columns } from '../lists/columns.js';
import { isField, type Field, type FieldSet } from '../lists/fields.js';
import type { Layout, Part } from './layout.js';

/** Writes items as JSON, straight from columns. */
export class ItemWriter {
  readonly #parts: readonly { head: string; value: (row: number) => string }[];
  readonly #tail: string;

  /** @throws Error where a value is missing that must be there */
  constructor(fields: FieldSet, { parts, tail }: Layout, columns: Columns, units: UnitSystem) {
    this.#tail = tail;
    this.#parts = parts.map((part) => {
      const value = valueOf(fieldOf(fields, part), part, columns, units);
      if (!part.nullable) refuseNulls(part.name, columns.length, value);
      return { head: part.head, value };
    });
  }

  write(row: number): string {
    let text = '';
    for (const { head, value } of this.#parts) text += head + value(row);
    return text + this.#tail;
  }
}

function fieldOf(fields: FieldSet, { group, name }: Part): Field {
  const entry = fields[group ?? name];
  const field = entry && (isField(entry) ? entry : entry[name]);
  if (!field) throw new Error(`A list has no field ${group ?? ''} ${name}`);
  return field;
}

function valueOf(
  field: Field,
  { isNumber, format }: Part,
  columns: Columns,
  units: UnitSystem,
): (row: number) => string {
  if (isNumber && field.digits) return field.digits(columns, units);
  const read = field.read(columns, units);
  return (row) => {
    const value = read(row);
    return value === null || value === undefined ? 'null' : format(value);
  };
}

function refuseNulls(name: string, rows: number, value: (row: number) => string): void {
  for (let row = 0; row < rows; row += 1) {
    if (value(row) === 'null') throw new Error(`Cannot return null for non-nullable field ${name}`);
  }
}
