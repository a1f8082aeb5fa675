import type { Relation, Scope } from './relations.js';
import { KEY } from './tables.js';
import { child, columnName, list, text, type Tree } from './tree.js';

/** How a query may call the column by which facts are distributed. */
const NAMES = new Set([KEY, 'cityId']);

/** Sets of columns that are equal to each other: "a.city_id" and "b.city_id" and a parameter. */
class Equal {
  readonly #parents = new Map<string, string>();

  find(item: string): string {
    const parent = this.#parents.get(item);
    return parent === undefined ? item : this.find(parent);
  }

  join(one: string, other: string): void {
    const [a, b] = [this.find(one), this.find(other)];
    if (a !== b) this.#parents.set(a, b);
  }
}

/** What is equal to what where all conditions hold. @param lone the only relation, which columns need not name */
export function equalities({ conditions, using, relations }: Scope): Equal {
  const equal = new Equal();
  const [only, ...others] = relations;
  const lone = only && others.length === 0 ? only.name : undefined;
  for (const { column, names } of using)
    for (const name of names) equal.join(`*.${column}`, `${name}.${column}`);
  for (const [one, other] of conditions.flatMap(pairs)) {
    const [left, right] = [termOf(one, lone), termOf(other, lone)];
    if (left !== undefined && right !== undefined) equal.join(left, right);
  }
  return equal;
}

/** The sides of equalities that must hold: those under OR and NOT need not. Rows are equal if their parts are. */
function pairs(condition: Tree): [Tree, Tree][] {
  if (text(condition, 'BoolExpr', 'boolop') === 'AND_EXPR')
    return list(condition, 'BoolExpr', 'args').flatMap(pairs);
  const operator = child(condition, 'A_Expr');
  if (text(operator, 'kind') !== 'AEXPR_OP' || text(list(operator, 'name')[0], 'String', 'sval') !== '=')
    return [];
  const [left, right] = [child(operator, 'lexpr'), child(operator, 'rexpr')];
  const [lefts, rights] = [list(left, 'RowExpr', 'args'), list(right, 'RowExpr', 'args')];
  if (lefts.length === 0) return [[left, right]];
  return lefts.map((part, index) => [part, rights[index]]);
}

/** A name for a column, a parameter or a constant; casts do not count. */
function termOf(tree: Tree, lone: string | undefined): string | undefined {
  const inner = child(tree, 'TypeCast', 'arg') ?? tree;
  const name = columnName(inner);
  if (name.length > 1) return name.slice(-2).join('.');
  if (name[0] !== undefined) return `${lone ?? '*'}.${name[0]}`;
  const parameter = child(inner, 'ParamRef', 'number');
  if (typeof parameter === 'number') return `$${parameter}`;
  return child(inner, 'A_Const') === undefined
    ? undefined
    : `constant ${JSON.stringify(child(inner, 'A_Const', 'ival'))}`;
}

/** Whether facts side by side are all of the same city. @returns the first that may be of another one */
export function unlinked(scope: Scope): Relation | undefined {
  const equal = equalities(scope);
  const facts = scope.relations.filter(({ isFact }) => isFact);
  const classes = facts.map((relation) => classOf(relation, equal));
  return facts.find((_, index) => !classes[index]?.some((one) => classes[0]?.includes(one)));
}

function classOf({ name, keys }: Relation, equal: Equal): string[] {
  return [...NAMES, ...keys].map((column) => equal.find(`${name}.${column}`));
}

/** Whether a condition names one city of a relation: city_id = $1. */
export function isOneCity(scope: Scope, relation: Relation): boolean {
  const equal = equalities(scope);
  const { name } = relation;
  const wanted = classOf(relation, equal);
  const terms = scope.conditions
    .flatMap(pairs)
    .flatMap(([one, other]) => [termOf(one, name), termOf(other, name)]);
  return terms.some((term) => /^(\$|constant )/.test(term ?? '') && wanted.includes(equal.find(term ?? '')));
}

/** Whether a list of expressions has the column that facts are distributed by. */
export function namesCity(expressions: readonly Tree[]): boolean {
  return expressions.some((expression) => NAMES.has(columnName(expression).at(-1) ?? ''));
}
