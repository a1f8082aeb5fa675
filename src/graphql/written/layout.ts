import {
  getNamedType,
  GraphQLBoolean,
  isLeafType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { isoInstant } from '../arguments/instants.js';
import { isField, type FieldSet } from '../lists/fields.js';

/** How a value becomes JSON. */
type Format = (value: unknown) => string;

/** A value of an item, and the text that stands before it. */
export interface Part {
  head: string;
  /** The group of a list's fields that it belongs to, if any. */
  group: string | null;
  name: string;
  /** Whether it may be null. */
  nullable: boolean;
  /** Whether it is a number: some lists have those as JSON already. */
  isNumber: boolean;
  /** For what is not null. */
  format: Format;
}

/** How the items of a list are written: part by part, then the tail. */
export interface Layout {
  parts: readonly Part[];
  tail: string;
}

/** The field that answers a list as text, in the schema for execution alone. */
export const WRITTEN_FIELD = '_written';

const layouts = new WeakMap<FieldNode, Layout>();

/** Notes how a written list's items look. */
export function setLayout(field: FieldNode, layout: Layout): FieldNode {
  layouts.set(field, layout);
  return field;
}

/** How a list's items are written; undefined where they are objects. */
export function layoutOfList(list: readonly FieldNode[]): Layout | undefined {
  const [first] = list;
  const written = first?.selectionSet?.selections.find(
    (node) => node.kind === Kind.FIELD && node.name.value === WRITTEN_FIELD,
  );
  return written?.kind === Kind.FIELD ? layouts.get(written) : undefined;
}

/**
 * How items are written of which only plain fields are asked, as most lists are. Undefined for all others: fields with
 * arguments, directives, or a resolver of their own, fragments, lists below the list.
 * @param fields how the list's values are read
 */
export function layoutOf(
  type: GraphQLObjectType,
  fields: FieldSet,
  set: SelectionSetNode | undefined,
): Layout | undefined {
  const draft = new Draft();
  const isPlain = set !== undefined && draft.object(type, fields, null, set.selections);
  return isPlain && draft.parts.length > 0 ? { parts: draft.parts, tail: draft.text } : undefined;
}

class Draft {
  readonly parts: Part[] = [];
  /** Since the last part. */
  text = '';

  /** @returns false when it cannot be written */
  object(
    type: GraphQLObjectType,
    fields: FieldSet,
    group: string | null,
    selections: readonly SelectionNode[],
  ): boolean {
    const keys = new Set<string>();
    for (const node of selections) {
      const key = node.kind === Kind.FIELD ? (node.alias ?? node.name).value : undefined;
      if (node.kind !== Kind.FIELD || key === undefined || keys.has(key)) return false;
      this.text += `${keys.size === 0 ? '{' : ','}${JSON.stringify(key)}:`;
      keys.add(key);
      if (!this.#field(type, fields, group, node)) return false;
    }
    this.text += '}';
    return true;
  }

  #field(type: GraphQLObjectType, fields: FieldSet, group: string | null, node: FieldNode): boolean {
    const name = node.name.value;
    if (node.directives?.length) return false;
    if (name === '__typename') {
      this.text += JSON.stringify(type.name);
      return true;
    }
    const definition = type.getFields()[name];
    const entry = fields[name];
    if (!definition || !entry || definition.args.length > 0 || definition.resolve) return false;
    const below = getNamedType(definition.type);
    if (isField(entry)) return this.#value(definition, group, name);
    if (group !== null || !isObjectType(below) || !node.selectionSet) return false;
    return this.object(below, entry, name, node.selectionSet.selections);
  }

  #value({ type }: GraphQLField<unknown, unknown>, group: string | null, name: string): boolean {
    const leaf = isNonNullType(type) ? type.ofType : type;
    if (!isLeafType(leaf)) return false;
    const isNumber = leaf.name === 'Float' || leaf.name === 'Int';
    const format = isNumber
      ? String
      : (WRITERS[leaf.name] ?? ((value) => JSON.stringify(leaf.serialize(value))));
    this.parts.push({ head: this.text, group, name, nullable: leaf === type, isNumber, format });
    this.text = '';
    return true;
  }
}

const WRITERS: Readonly<Record<string, Format>> = {
  DateTime: (value) => `"${isoInstant(Number(value))}"`,
  [GraphQLBoolean.name]: (value) => (value === true ? 'true' : 'false'),
};
