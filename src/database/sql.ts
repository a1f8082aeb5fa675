import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';

/** What a statement can run on: the pool, or one connection inside a transaction. */
export type Queryable = Pick<Pool | PoolClient, 'query'>;

/** A statement of its own file, prepared on each connection under the file's name and a digest of its text. */
export interface SqlStatement {
  name: string;
  text: string;
}

/**
 * Loads a statement from the `.sql` file beside a module.
 * @param moduleUrl the caller's import.meta.url
 */
export function sqlFile(moduleUrl: string, fileName: string): SqlStatement {
  const text = readFileSync(new URL(fileName, moduleUrl), 'utf8');
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  // PostgreSQL cuts names at 63 bytes.
  return { name: `${path.basename(fileName, '.sql').slice(0, 50)}-${digest}`, text };
}

/** Runs a statement of a file with its parameters $1, $2 … */
export function run<Row extends QueryResultRow>(
  db: Queryable,
  statement: SqlStatement,
  values: unknown[] = [],
): Promise<QueryResult<Row>> {
  return db.query<Row>({ name: statement.name, text: statement.text, values });
}
