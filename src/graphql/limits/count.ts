import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { FIELD_RULES, type FieldRule } from './rules.js';

/** A field whose arguments decide what it takes. */
export interface WeighedField {
  node: FieldNode;
  definition: GraphQLField<unknown, unknown>;
  rule: FieldRule;
  /** Response names down to it. */
  path: string[];
  /** What is selected once, and what of each item. */
  once: Count;
  perItem: Count;
}

/** What a selection consists of: fields of which each counts one, and those that must be weighed. */
export interface Count {
  fields: number;
  weighed: WeighedField[];
}

/** Below a connection, these hold the items. */
const ITEMS = new Set(['nodes', 'edges']);

/** Counts an operation's fields. It depends on the document alone, so it is done once a document. */
export function countOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Count {
  const root = schema.getRootType(operation.operation);
  const counter = new Counter(document);
  return root ? counter.count(root, operation.selectionSet, []) : { fields: 0, weighed: [] };
}

/** Fields at the top of an operation, each of which does something of its own. */
export function countTopFields(document: DocumentNode, operation: OperationDefinitionNode): number {
  return [...new Counter(document).fieldsOf(operation.selectionSet)].length;
}

class Counter {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(definition.name.value, definition);
    }
  }

  count(
    type: GraphQLObjectType,
    set: SelectionSetNode,
    path: string[],
    wanted: (name: string) => boolean = () => true,
  ): Count {
    const total: Count = { fields: 0, weighed: [] };
    for (const node of this.fieldsOf(set)) {
      if (!wanted(node.name.value)) continue;
      total.fields += 1;
      const definition = type.getFields()[node.name.value];
      if (definition) add(total, this.below(type, definition, node, path));
    }
    return total;
  }

  private below(
    parent: GraphQLObjectType,
    definition: GraphQLField<unknown, unknown>,
    node: FieldNode,
    parentPath: string[],
  ): Count {
    const path = [...parentPath, node.alias?.value ?? node.name.value];
    const rule = FIELD_RULES[`${parent.name}.${definition.name}`];
    const type = getNamedType(definition.type);
    const set = node.selectionSet;
    const count = (wanted?: (name: string) => boolean): Count =>
      set && isObjectType(type) ? this.count(type, set, path, wanted) : { fields: 0, weighed: [] };
    if (!rule) return count();
    const isConnection = isObjectType(type) && type.name.endsWith('Connection');
    const isList = isListType(getNullableType(definition.type));
    const perItem = isConnection ? count((name) => ITEMS.has(name)) : isList ? count() : NOTHING;
    const once = isConnection ? count((name) => !ITEMS.has(name)) : isList ? NOTHING : count();
    return { fields: 0, weighed: [{ node, definition, rule, path, once, perItem }] };
  }

  *fieldsOf(set: SelectionSetNode): Generator<FieldNode> {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        yield selection;
      } else {
        const part =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
        if (part) yield* this.fieldsOf(part.selectionSet);
      }
    }
  }
}

const NOTHING: Count = { fields: 0, weighed: [] };

function add(total: Count, more: Count): void {
  total.fields += more.fields;
  total.weighed.push(...more.weighed);
}
