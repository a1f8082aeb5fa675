import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import { layoutOfList, WRITTEN_FIELD, type Layout } from '../written/layout.js';

/** What of each item of a list is asked for. */
export interface Projection {
  /** Fields with the fields below them: { airTemperature: [], wind: ['speed'] }. */
  fields: ReadonlyMap<string, readonly string[]>;
  /** Whether cursors are answered. */
  cursors: boolean;
  /** How items become text; absent where they are objects. */
  layout?: Layout;
  /** The same for the same selection. */
  key: string;
}

type Fragments = GraphQLResolveInfo['fragments'];
type Selected = Map<string, SelectionSetNode[]>;

const known = new WeakMap<readonly FieldNode[], Projection>();

/** What a connection's field asks of its nodes, whether by `nodes` or by `edges { node }`. */
export function ofConnection(info: GraphQLResolveInfo): Projection {
  return remember(info, (page) => {
    const layout = layoutOfList(info.fieldNodes);
    const edges = select(page.get('edges') ?? [], info.fragments);
    const pageInfo = select(page.get('pageInfo') ?? [], info.fragments);
    const nodes = [...(page.get(layout ? WRITTEN_FIELD : 'nodes') ?? []), ...(edges.get('node') ?? [])];
    const cursors = edges.has('cursor') || pageInfo.has('startCursor') || pageInfo.has('endCursor');
    const asObjects = projection(select(nodes, info.fragments), info.fragments, cursors);
    return layout ? { ...asObjects, layout, key: JSON.stringify([asObjects.key, layout]) } : asObjects;
  });
}

/** What a field that returns one object asks of it. */
export function ofObject(info: GraphQLResolveInfo): Projection {
  return remember(info, (selected) => projection(selected, info.fragments, false));
}

/** A compiled query hands over the same nodes at every execution. */
function remember(info: GraphQLResolveInfo, compute: (selected: Selected) => Projection): Projection {
  let found = known.get(info.fieldNodes);
  if (!found) {
    const sets = info.fieldNodes.flatMap((node) => node.selectionSet ?? []);
    found = compute(select(sets, info.fragments));
    known.set(info.fieldNodes, found);
  }
  return found;
}

function projection(selected: Selected, fragments: Fragments, cursors: boolean): Projection {
  const fields = new Map(
    [...selected].map(([name, sets]) => [name, [...select(sets, fragments).keys()].sort()] as const).sort(),
  );
  return { fields, cursors, key: JSON.stringify([...fields, cursors]) };
}

/** Fields by name, with what is selected below them; @skip and @include do not matter, too much is right too. */
function select(
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  into: Selected = new Map(),
): Selected {
  for (const selection of sets.flatMap((set) => set.selections)) {
    if (selection.kind === Kind.FIELD) {
      const below = into.get(selection.name.value) ?? [];
      if (selection.selectionSet) below.push(selection.selectionSet);
      into.set(selection.name.value, below);
    } else {
      const part = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments[selection.name.value];
      if (part) select([part.selectionSet], fragments, into);
    }
  }
  return into;
}
