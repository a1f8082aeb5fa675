/** A syntax tree as PostgreSQL's own parser gives it: objects of one key, which names the kind of node. */
export type Tree = unknown;

export function child(tree: Tree, ...path: readonly string[]): Tree {
  let at = tree;
  for (const key of path) at = isObject(at) ? at[key] : undefined;
  return at;
}

export function list(tree: Tree, ...path: readonly string[]): Tree[] {
  const found = child(tree, ...path);
  return Array.isArray(found) ? found : [];
}

export function text(tree: Tree, ...path: readonly string[]): string | undefined {
  const found = child(tree, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** All nodes of a kind below a tree, those inside of others, too. @param into whether to look inside of a kind */
export function nodes(tree: Tree, kind: string, into: (kind: string) => boolean = () => true): Tree[] {
  if (Array.isArray(tree)) return tree.flatMap((item) => nodes(item, kind, into));
  if (!isObject(tree)) return [];
  return Object.entries(tree).flatMap(([key, value]) => [
    ...(key === kind ? [value] : []),
    ...(into(key) ? nodes(value, kind, into) : []),
  ]);
}

/** The parts of a column's name: a.city_id is ['a', 'city_id']. */
export function columnName(tree: Tree): string[] {
  return list(tree, 'ColumnRef', 'fields').map((field) => text(field, 'String', 'sval') ?? '*');
}

function isObject(tree: Tree): tree is Readonly<Record<string, Tree>> {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree);
}
