import { parse } from 'libpg-query';
import { isOneCity, namesCity, unlinked } from './linked.js';
import { scopeOf, withNames, type Known, type Scope } from './relations.js';
import { FACTS, KEY } from './tables.js';
import { child, list, nodes, text, type Tree } from './tree.js';

/** What Citus refuses, or could only do by sending all rows to one node. */
export type Rule = 'JOIN' | 'SUBQUERY' | 'WINDOW' | 'LATERAL LIMIT' | 'LOCK' | 'CONFLICT' | 'KEY';

/** @returns the rules that a text of SQL breaks, each with what breaks it */
export async function broken(sql: string): Promise<string[]> {
  const { stmts } = (await parse(sql)) as { stmts?: Tree[] };
  return [
    ...new Set((stmts ?? []).flatMap((statement) => check(child(statement, 'stmt'), new Set(), undefined))),
  ];
}

const say = (rule: Rule, what: string): string => `${rule}: ${what}`;

/** Checks a statement and all statements inside of it. @param outer what surrounds a subquery of a condition */
function check(statement: Tree, known: Known, outer: Scope | undefined): string[] {
  for (const kind of [
    'SelectStmt',
    'InsertStmt',
    'UpdateStmt',
    'DeleteStmt',
    'CopyStmt',
    'DeclareCursorStmt',
  ]) {
    const body = child(statement, kind);
    if (body !== undefined) return checkBody(kind, body, known, outer);
  }
  return [];
}

function checkBody(kind: string, body: Tree, known: Known, outer: Scope | undefined): string[] {
  const names = withNames(body, known);
  const ctes = list(body, 'withClause', 'ctes').flatMap((item) =>
    check(child(item, 'CommonTableExpr', 'ctequery'), names, undefined),
  );
  const halves = [child(body, 'larg'), child(body, 'rarg')].filter((half) => half !== undefined);
  if (halves.length > 0)
    return [...ctes, ...halves.flatMap((half) => checkBody('SelectStmt', half, names, outer))];
  const scope = scopeOfBody(kind, body, names);
  return [
    ...ctes,
    ...joins(scope),
    ...(kind === 'SelectStmt'
      ? [...windows(body, scope), ...laterals(body, names), ...locks(body, scope)]
      : []),
    ...(kind === 'InsertStmt' || kind === 'UpdateStmt' ? writes(kind, body) : []),
    ...(outer ? subquery(scope, outer) : []),
    ...inside(body, names, scope),
  ];
}

function scopeOfBody(kind: string, body: Tree, known: Known): Scope {
  const where = child(body, 'whereClause');
  if (kind === 'SelectStmt') return scopeOf(list(body, 'fromClause'), where, known);
  const others = [...list(body, 'fromClause'), ...list(body, 'usingClause')];
  const target = { RangeVar: child(body, 'relation') };
  return scopeOf(kind === 'InsertStmt' || kind === 'CopyStmt' ? [] : [target, ...others], where, known);
}

/** Statements within this one: those in FROM stand alone, those in expressions belong to what surrounds them. */
function inside(body: Tree, known: Known, scope: Scope): string[] {
  const notWith = Object.fromEntries(Object.entries(body as object).filter(([key]) => key !== 'withClause'));
  const shallow = (kind: string): boolean =>
    kind !== 'SubLink' && kind !== 'RangeSubselect' && kind !== 'SelectStmt';
  const inFrom = nodes(notWith, 'RangeSubselect', shallow).map((node) => child(node, 'subquery'));
  const direct = [child(body, 'selectStmt'), child(body, 'query')].filter((query) => query !== undefined);
  const inExpressions = nodes(notWith, 'SubLink', shallow).map((node) => child(node, 'subselect'));
  return [
    ...[...inFrom, ...direct].flatMap((query) => check(query, known, undefined)),
    ...inExpressions.flatMap((query) => check(query, known, scope)),
  ];
}

function joins(scope: Scope): string[] {
  const stray = unlinked(scope);
  return stray ? [say('JOIN', `${stray.table ?? stray.name} is joined without ${KEY}`)] : [];
}

/** A subquery over facts that looks at facts around it looks at those of the same city. */
function subquery(scope: Scope, outer: Scope): string[] {
  const facts = outer.relations.filter(({ isFact }) => isFact);
  const own = new Set(scope.relations.map(({ name }) => name));
  const outside = outer.relations.filter(({ name }) => !own.has(name));
  const isCorrelated = nodes(scope.conditions, 'ColumnRef').some((column) => {
    const [name, ...rest] = list(column, 'fields').map((field) => text(field, 'String', 'sval'));
    return rest.length > 0 && outside.some((relation) => relation.name === name);
  });
  if (!isCorrelated || facts.length === 0 || !scope.relations.some(({ isFact }) => isFact)) return [];
  const both = {
    relations: [...scope.relations, ...outside],
    conditions: [...scope.conditions, ...outer.conditions],
    using: [...scope.using, ...outer.using],
  };
  const stray = unlinked(both);
  return stray ? [say('SUBQUERY', `${stray.table ?? stray.name} is compared without ${KEY}`)] : [];
}

function windows(select: Tree, scope: Scope): string[] {
  if (!scope.relations.some(({ isFact }) => isFact)) return [];
  const shallow = (kind: string): boolean =>
    kind !== 'SubLink' && kind !== 'RangeSubselect' && kind !== 'withClause';
  const named = list(select, 'windowClause').map((node) => child(node, 'WindowDef'));
  const inline = nodes(child(select, 'targetList'), 'over', shallow);
  const definitions = [...named, ...inline.filter((over) => text(over, 'name') === undefined)];
  const byName = new Map(named.map((node) => [text(node, 'name') ?? '', node]));
  return definitions
    .filter((node) => {
      const base = byName.get(text(node, 'refname') ?? '');
      return !namesCity([...list(node, 'partitionClause'), ...list(base, 'partitionClause')]);
    })
    .map(() => say('WINDOW', `a window over facts is not partitioned by ${KEY}`));
}

function laterals(select: Tree, known: Known): string[] {
  return nodes(child(select, 'fromClause'), 'RangeSubselect')
    .filter((node) => child(node, 'lateral') === true && nodes(node, 'limitCount').length > 0)
    .filter((node) =>
      nodes(node, 'RangeVar').some((table) => isFactName(text(table, 'relname') ?? '', known)),
    )
    .map(() => say('LATERAL LIMIT', 'a LATERAL subquery over facts has a LIMIT'));
}

const isFactName = (name: string, known: Known): boolean => FACTS.has(name) || known.has(name);

function locks(select: Tree, scope: Scope): string[] {
  return list(select, 'lockingClause').flatMap((clause) => {
    const named = list(clause, 'LockingClause', 'lockedRels').map((node) =>
      text(node, 'RangeVar', 'relname'),
    );
    return scope.relations
      .filter(({ name, table }) => FACTS.has(table ?? '') && (named.length === 0 || named.includes(name)))
      .filter((relation) => !isOneCity(scope, relation))
      .map(({ table }) => say('LOCK', `rows of ${table ?? ''} are locked without ${KEY} = a value`));
  });
}

/** An insert names the city, a conflict is one within a city, and no row moves to another city. */
function writes(kind: string, body: Tree): string[] {
  const table = text(body, 'relation', 'relname') ?? '';
  if (!FACTS.has(table)) return [];
  const columns = (kind === 'InsertStmt' ? list(body, 'cols') : list(body, 'targetList')).map((node) =>
    text(node, 'ResTarget', 'name'),
  );
  if (kind === 'UpdateStmt')
    return columns.includes(KEY) ? [say('KEY', `rows of ${table} are given another ${KEY}`)] : [];
  const conflict = child(body, 'onConflictClause');
  const target = list(conflict, 'infer', 'indexElems').map((node) => text(node, 'IndexElem', 'name'));
  return [
    ...(columns.includes(KEY) ? [] : [say('KEY', `rows are put into ${table} without ${KEY}`)]),
    ...(target.length > 0 && !target.includes(KEY)
      ? [say('CONFLICT', `ON CONFLICT on ${table} goes by columns without ${KEY}`)]
      : []),
    ...list(conflict, 'targetList')
      .filter((node) => text(node, 'ResTarget', 'name') === KEY)
      .map(() => say('KEY', `a conflict on ${table} sets ${KEY}`)),
  ];
}
