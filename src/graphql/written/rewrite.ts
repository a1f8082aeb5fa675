import {
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
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
        if (layout) return setLayout(asText(node), layout);
        const isArray = WRITTEN_ARRAYS.has(`${info.getParentType()?.name} ${node.name.value}`);
        return isArray ? asText(node) : undefined;
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

/** The same in the answer, as text. The selection stays: a list's resolver finds its columns by it. */
function asText(node: FieldNode): FieldNode {
  return { ...node, alias: node.alias ?? node.name, name: { ...node.name, value: WRITTEN_FIELD } };
}

/** Layouts of the `nodes` that can be written. Lists of one owner and one name in the answer may be merged: those cannot. */
function layoutsOf(schema: GraphQLSchema, document: DocumentNode): Map<FieldNode, Layout> {
  const counts = new Map<string, number>();
  visitLists(schema, document, (key) => counts.set(key, (counts.get(key) ?? 0) + 1));
  const layouts = new Map<FieldNode, Layout>();
  visitLists(schema, document, (key, field, item) => {
    const nodes = counts.get(key) === 1 ? onlyNodes(field) : undefined;
    const type = schema.getType(item);
    const fields = WRITTEN_ITEMS[item];
    const layout =
      nodes && fields && isObjectType(type) ? layoutOf(type, fields, nodes.selectionSet) : undefined;
    if (nodes && layout) layouts.set(nodes, layout);
  });
  return layouts;
}

/** Visits fields that answer lists. @param onList told the owner and the name in the answer, too */
function visitLists(
  schema: GraphQLSchema,
  document: DocumentNode,
  onList: (key: string, field: FieldNode, item: string) => void,
): void {
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      [Kind.FIELD]: (field) => {
        const owner = info.getParentType()?.name ?? '';
        const item = /^(\w+)Connection!?$/.exec(String(info.getType()))?.[1] ?? '';
        if (!OWNERS.has(owner) || !(item in WRITTEN_ITEMS)) return;
        onList(`${owner} ${(field.alias ?? field.name).value}`, field, item);
      },
    }),
  );
}

/** The one `nodes` of a list, where nothing else shows its items. */
function onlyNodes({ selectionSet }: FieldNode): FieldNode | undefined {
  const selections = selectionSet?.selections ?? [];
  const nodes = selections.filter((node) => node.kind === Kind.FIELD && node.name.value === 'nodes');
  const isAlone = selections.every((node) => node.kind === Kind.FIELD && node.name.value !== 'edges');
  const [only] = nodes;
  const isOne = isAlone && nodes.length === 1 && only?.kind === Kind.FIELD && !only.directives?.length;
  return isOne ? only : undefined;
}
