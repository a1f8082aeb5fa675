import { FACTS, KEY } from './tables.js';
import { child, columnName, list, text, type Tree } from './tree.js';

/** What a statement reads from or writes to, under the name that it goes by there. */
export interface Relation {
  name: string;
  /** The table; absent for subqueries, functions and values. */
  table?: string;
  /** Whether its rows are facts: a fact table, or a query over some. */
  isFact: boolean;
  /** What else than city_id the city is called there. */
  keys: readonly string[];
}

/** Names of WITH that hold facts. */
export type Known = ReadonlySet<string>;

/** One level of a query: what it reads side by side, and the conditions that hold between them. */
export interface Scope {
  relations: Relation[];
  conditions: Tree[];
  /** Columns of USING, with the names of all that stands left and right of it. */
  using: { column: string; names: string[] }[];
}

/** Reads the FROM of a query, or what an UPDATE or DELETE works on and with. */
export function scopeOf(from: readonly Tree[], where: Tree, known: Known): Scope {
  const scope: Scope = { relations: [], conditions: where === undefined ? [] : [where], using: [] };
  for (const item of from) add(item, scope, known);
  return scope;
}

/** @returns the names that the item brought in */
function add(item: Tree, scope: Scope, known: Known): string[] {
  const join = child(item, 'JoinExpr');
  if (join === undefined) {
    const relation = relationOf(item, known);
    scope.relations.push(relation);
    return [relation.name];
  }
  const names = [...add(child(join, 'larg'), scope, known), ...add(child(join, 'rarg'), scope, known)];
  if (child(join, 'quals') !== undefined) scope.conditions.push(child(join, 'quals'));
  for (const column of list(join, 'usingClause'))
    scope.using.push({ column: text(column, 'String', 'sval') ?? '', names });
  return names;
}

function relationOf(item: Tree, known: Known): Relation {
  const table = text(item, 'RangeVar', 'relname');
  if (table !== undefined) {
    const name = text(item, 'RangeVar', 'alias', 'aliasname') ?? table;
    const isKnown = text(item, 'RangeVar', 'schemaname') === undefined && known.has(table);
    return { name, table, isFact: FACTS.has(table) || isKnown, keys: [] };
  }
  const query = child(item, 'RangeSubselect');
  const name = text(query ?? child(item, 'RangeFunction'), 'alias', 'aliasname') ?? '';
  const isFact = query !== undefined && readsFacts(child(query, 'subquery'), known);
  return { name, isFact, keys: renamed(child(query, 'subquery')) };
}

/** The names that a query gives the city's column. */
function renamed(query: Tree): string[] {
  return list(query, 'SelectStmt', 'targetList').flatMap((target) => {
    const name = text(target, 'ResTarget', 'name');
    return name !== undefined && columnName(child(target, 'ResTarget', 'val')).at(-1) === KEY ? [name] : [];
  });
}

/**
 * Whether a query's own FROM, at any depth of subqueries in FROM, has facts; conditions do not make its rows facts. What
 * has a LIMIT is computed before the rest: its rows then are at hand wherever they are needed.
 */
export function readsFacts(query: Tree, known: Known): boolean {
  const select = child(query, 'SelectStmt') ?? query;
  if (child(select, 'limitCount') !== undefined) return false;
  const halves = [child(select, 'larg'), child(select, 'rarg')].filter((half) => half !== undefined);
  if (halves.length > 0) return halves.some((half) => readsFacts(half, known));
  const inner = withNames(select, known);
  return scopeOf(list(select, 'fromClause'), undefined, inner).relations.some(({ isFact }) => isFact);
}

/** The names of WITH that hold facts, those of the surrounding query among them. */
export function withNames(statement: Tree, known: Known): Known {
  const names = new Set(known);
  for (const item of list(statement, 'withClause', 'ctes')) {
    const name = text(item, 'CommonTableExpr', 'ctename') ?? '';
    if (holdsFacts(child(item, 'CommonTableExpr', 'ctequery'), names)) names.add(name);
    else names.delete(name);
  }
  return names;
}

/** A WITH holds facts when it selects them, or writes to their table and returns what it wrote. */
function holdsFacts(query: Tree, known: Known): boolean {
  for (const kind of ['InsertStmt', 'UpdateStmt', 'DeleteStmt']) {
    const table = text(query, kind, 'relation', 'relname');
    if (table !== undefined) return FACTS.has(table);
  }
  return readsFacts(query, known);
}
