import type { UnitSystem } from '../../domain/units.js';
import type { Column, Columns } from './columns.js';
import type { Field, FieldSet } from './fields.js';
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
    const readers = this.targets.map((target) => ({ ...target, read: target.field.read(columns, units) }));
    const items: Item[] = [];
    for (let row = 0; row < columns.length; row += 1) {
      const item: Item = {};
      const groups: Record<string, Item> = {};
      for (const group of this.groups) item[group] = groups[group] = {};
      for (const { group, property, read } of readers) {
        (group === null ? item : (groups[group] ?? item))[property] = read(row);
      }
      items.push(item);
    }
    return items;
  }
}

function targets(entry: FieldSet[string] | undefined, name: string, below: readonly string[]): Target[] {
  if (!entry) return [];
  if (isField(entry)) return [{ group: null, property: entry.property ?? name, field: entry }];
  return below.flatMap((part) => {
    const field = entry[part];
    return field ? [{ group: name, property: field.property ?? part, field }] : [];
  });
}

function isField(entry: FieldSet[string]): entry is Field {
  return typeof entry.read === 'function';
}
