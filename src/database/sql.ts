import { readFileSync } from 'node:fs';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';

/** What a statement can run on: the pool, or one connection inside a transaction. */
export type Queryable = Pick<Pool | PoolClient, 'query'>;

/** A statement of its own file, prepared on each connection under the file's name. */
export interface SqlStatement {
  name: string;
  text: string;
}

/**
 * Loads a statement from the `.sql` file beside a module.
 * @param moduleUrl the caller's import.meta.url
 */
export function sqlFile(moduleUrl: string, fileName: string): SqlStatement {
  return { name: fileName.replace(/\.sql$/, ''), text: readFileSync(new URL(fileName, moduleUrl), 'utf8') };
}

/** Runs a statement of a file with its parameters $1, $2 … */
export function run<Row extends QueryResultRow>(
  db: Queryable,
  statement: SqlStatement,
  values: unknown[] = [],
): Promise<QueryResult<Row>> {
  return db.query<Row>({ name: statement.name, text: statement.text, values });
}
