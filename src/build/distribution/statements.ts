import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'libpg-query';
import ts from 'typescript';

/** A statement of the program, with the file that it is in. */
export interface Statement {
  file: string;
  sql: string;
}

/** What is not the program, or not SQL of ours. */
const NOT_OURS =
  /^src\/(bench|build|chaos|testing|database\/client)\/|\/proof\/|\/testing\/|\.test\.ts$|testkit\.ts$/;
/** Texts that begin so are SQL: the words of PostgreSQL's statements, in capitals. */
const VERB = /^\s*(SELECT|INSERT|UPDATE|DELETE|WITH|COPY|MERGE|TRUNCATE|LOCK)\s+\S/;
/** What a value put into a text may stand for. */
const STAND_INS = ['place_holder', '(SELECT 1)', "'text'", '1', 'SELECT 1', ''];

async function files(ending: string): Promise<string[]> {
  const entries = await readdir('src', { recursive: true });
  return entries
    .map((entry) => path.posix.join('src', entry.replaceAll(path.sep, '/')))
    .filter((file) => file.endsWith(ending) && !NOT_OURS.test(file))
    .sort();
}

/** Every statement that lies in a file of its own. Templates stand there as they run in psql; an expression is selected. */
export async function filedStatements(): Promise<Statement[]> {
  return Promise.all(
    (await files('.sql')).map(async (file) => {
      const text = await readFile(file, 'utf8');
      return { file, sql: (await isWhole(text)) ? text : `SELECT ${text}` };
    }),
  );
}

/** Every SQL text within the TypeScript; for what is put together there, a text of the same form. */
export async function inlineStatements(): Promise<Statement[]> {
  const sources = await files('.ts');
  const found = await Promise.all(
    sources.map(async (file) => {
      const source = ts.createSourceFile(file, await readFile(file, 'utf8'), ts.ScriptTarget.ES2022, true);
      return Promise.all(texts(source).map(async (parts) => ({ file, sql: await whole(parts) })));
    }),
  );
  return found.flat();
}

/** SQL texts as their parts; between two of them a value is put in. What is put in may hold texts of its own. */
function texts(node: ts.Node): string[][] {
  const own = partsOf(node);
  const inner: string[][] = [];
  // Only the whole of a sum of texts is a text.
  const visit = (inside: ts.Node): void => {
    if (own && ts.isBinaryExpression(node) && partsOf(inside)) ts.forEachChild(inside, visit);
    else inner.push(...texts(inside));
  };
  ts.forEachChild(node, visit);
  return own !== undefined && VERB.test(own[0] ?? '') ? [own, ...inner] : inner;
}

function partsOf(node: ts.Node): string[] | undefined {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken)
    return sumOf(partsOf(node.left), partsOf(node.right));
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
}

/** The last part of the one and the first of the other are one; what is no text is a value that is put in. */
function sumOf(left: string[] | undefined, right: string[] = ['', '']): string[] | undefined {
  return left && [...left.slice(0, -1), `${left.at(-1) ?? ''}${right[0] ?? ''}`, ...right.slice(1)];
}

/** @throws Error when no stand-in makes it SQL: then it must be written so that it can be checked */
async function whole(parts: readonly string[]): Promise<string> {
  for (const standIn of STAND_INS) {
    const sql = parts.join(standIn);
    if (await isWhole(sql)) return sql;
  }
  throw new Error(`This is no SQL, whatever is put in: ${parts.join('…')}`);
}

function isWhole(sql: string): Promise<boolean> {
  return parse(sql).then(
    () => true,
    () => false,
  );
}

/** The models that the program reads or writes by Prisma, whose statements nobody wrote. */
export async function prismaModels(): Promise<string[]> {
  const sources = await Promise.all((await files('.ts')).map((file) => readFile(file, 'utf8')));
  const calls =
    /[pP]risma(?:On\([^)]*\))?\.(\w+)\.(?:find|create|update|upsert|delete|count|aggregate|groupBy)/g;
  return [
    ...new Set(sources.flatMap((text) => [...text.matchAll(calls)].map(([, model = '']) => model))),
  ].sort();
}
