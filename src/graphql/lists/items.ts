import type { UnitSystem } from '../../domain/units.js';
import type { Column, Columns } from './columns.js';
import { isField, type Field, type FieldSet } from './fields.js';
import type { Projection } from './projection.js';

/** A field that was asked for, and where its value goes. */
interface Target {
  group: string | null;
  property: string;
  field: Field;
}

export type Item = Record<string, unknown>;

/** The columns that a selection needs, and how its items are made from them. */
export class ItemBuilder {
  readonly columns: Column[];
  private readonly groups: string[];
  private readonly targets: Target[];

  constructor(fields: FieldSet, projection: Projection) {
    this.groups = [...projection.fields.keys()].filter((name) => fields[name] && !isField(fields[name]));
    this.targets = [...projection.fields].flatMap(([name, below]) => targets(fields[name], name, below));
    this.columns = this.targets.flatMap(({ field }) => field.columns);
  }

  /** Makes items, one a row. */
  build(columns: Columns, units: UnitSystem): Item[] {
    const items = blank(columns.length);
    // Column by column: each step then does the same to all rows, which the engine makes the most of.
    const groups = new Map(this.groups.map((group) => [group, blank(columns.length)]));
    for (const [name, parts] of groups) items.forEach((item, row) => (item[name] = parts[row]));
    for (const { group, property, field } of this.targets) {
      const read = field.read(columns, units);
      const owners = (group === null ? undefined : groups.get(group)) ?? items;
      owners.forEach((owner, row) => (owner[property] = read(row)));
    }
    return items;
  }
}

const blank = (length: number): Item[] => Array.from({ length }, () => ({}));

function targets(entry: FieldSet[string] | undefined, name: string, below: readonly string[]): Target[] {
  if (!entry) return [];
  if (isField(entry)) return [{ group: null, property: entry.property ?? name, field: entry }];
  return below.flatMap((part) => {
    const field = entry[part];
    return field ? [{ group: name, property: field.property ?? part, field }] : [];
  });
}
