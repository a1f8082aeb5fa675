import {
  getNamedType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { layoutOf, setLayout, WRITTEN_FIELD, type Layout } from './layout.js';
import { WRITTEN_ARRAYS, WRITTEN_ITEMS } from './schema.js';

/** Whose lists are read by city and time; a run's are not. */
const OWNERS = new Set(['Query', 'City', 'HourlySummary', 'DailySummary']);

/**
 * The document with lists exchanged for their text wherever they can be written.
 * @param schema the one for writing
 */
export function askForText(schema: GraphQLSchema, document: DocumentNode): DocumentNode {
  // What the schema is, it says of the one that clients know.
  if (asksAboutSchema(document)) return document;
  const layouts = layoutsOf(schema, document);
  const info = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(info, {
      [Kind.FIELD]: (node) => {
        const layout = layouts.get(node);
        if (layout) return setLayout(named(node, WRITTEN_FIELD), layout);
        const array = WRITTEN_ARRAYS.get(`${info.getParentType()?.name} ${node.name.value}`);
        return array === undefined ? undefined : named(node, array);
      },
    }),
  );
}

function asksAboutSchema(document: DocumentNode): boolean {
  let asks = false;
  visit(document, {
    [Kind.FIELD]: ({ name: { value } }) => {
      asks ||= value === '__schema' || value === '__type';
    },
  });
  return asks;
}

/** Another field under the same name in the answer. The selection stays: a list's resolver finds its columns by it. */
function named(node: FieldNode, field: string): FieldNode {
  return { ...node, alias: node.alias ?? node.name, name: { ...node.name, value: field } };
}

/** Of the `nodes` that can be written. Lists of one owner and one name in the answer may be merged: those are not. */
function layoutsOf(schema: GraphQLSchema, document: DocumentNode): Map<FieldNode, Layout> {
  const found = new Map<string, [FieldNode, Layout][]>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      [Kind.FIELD]: (field) => {
        const owner = info.getParentType()?.name ?? '';
        const type = getNamedType(info.getType());
        if (!OWNERS.has(owner) || !isObjectType(type) || !type.getFields()[WRITTEN_FIELD]) return;
        const key = `${owner} ${(field.alias ?? field.name).value}`;
        found.set(key, found.has(key) ? [] : writableNodes(type, field));
      },
    }),
  );
  return new Map([...found.values()].flat());
}

/** The one `nodes` of a list, where nothing else shows its items, with its layout. */
function writableNodes(
  type: GraphQLObjectType,
  { selectionSet }: FieldNode,
): [nodes: FieldNode, layout: Layout][] {
  const fields = (selectionSet?.selections ?? []).map((node) =>
    node.kind === Kind.FIELD ? node : undefined,
  );
  const nodes = fields.filter((node) => node?.name.value === 'nodes');
  const isAlone = nodes.length === 1 && fields.every((node) => node && node.name.value !== 'edges');
  const [only] = nodes;
  const layout = isAlone && only && !only.directives?.length ? layoutOfNodes(type, only) : undefined;
  return only && layout ? [[only, layout]] : [];
}

function layoutOfNodes(connection: GraphQLObjectType, nodes: FieldNode): Layout | undefined {
  const item = getNamedType(connection.getFields().nodes?.type);
  const fields = item && WRITTEN_ITEMS[item.name];
  return isObjectType(item) && fields ? layoutOf(item, fields, nodes.selectionSet) : undefined;
}
