import type { UnitSystem } from '../../domain/units.js';
import type { Columns } from '../lists/columns.js';
import { isField, type Field, type FieldSet } from '../lists/fields.js';
import type { Layout, Part } from './layout.js';

/** Writes items as JSON, one a row, straight from columns. */
export function write(
  fields: FieldSet,
  { parts, tail }: Layout,
  columns: Columns,
  units: UnitSystem,
): string[] {
  const items = Array.from({ length: columns.length }, () => '');
  // Column by column: each step then does the same to all rows, which the engine makes the most of.
  for (const part of parts) {
    const { head, format } = part;
    const read = fieldOf(fields, part).read(columns, units);
    for (let row = 0; row < items.length; row += 1) items[row] += head + format(read(row));
  }
  return items.map((item) => item + tail);
}

function fieldOf(fields: FieldSet, { group, name }: Part): Field {
  const entry = fields[group ?? name];
  const field = entry && (isField(entry) ? entry : entry[name]);
  if (!field) throw new Error(`A list has no field ${group ?? ''} ${name}`);
  return field;
}
