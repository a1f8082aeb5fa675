import type { Queryable } from '../../database/sql.js';
import { parseRunId } from '../arguments/ids.js';
import { parseInstant } from '../arguments/instants.js';
import { parsePage } from '../arguments/page.js';
import type { Context } from '../context.js';
import type { QueryRunsArgs } from '../generated/resolvers.js';
import type { RunNode } from '../nodes.js';
import { connect, cut, type Connection } from '../lists/connection.js';
import { fill, sqlTemplate } from '../lists/template.js';
import { readIdCursor } from './cursor.js';
import { runNode, type RunRow } from './run-row.js';

const RUNS = sqlTemplate(import.meta.url, 'runs.sql');
const CURSOR = 'run';

/** Checks the arguments of `runs`. */
export function parseRunsArguments({ filter, ...args }: QueryRunsArgs) {
  const page = parsePage(args);
  return {
    ...page,
    after: readIdCursor('after', page.after, CURSOR),
    before: readIdCursor('before', page.before, CURSOR),
    job: filter?.job ?? null,
    status: filter?.status ?? null,
    since: typeof filter?.since === 'string' ? parseInstant('filter.since', filter.since) : null,
  };
}

/** A page of runs, newest first. */
export async function listRuns(context: Context, args: QueryRunsArgs): Promise<Connection<RunNode>> {
  const asked = parseRunsArguments(args);
  const { job, status, since, after, before } = asked;
  // Newest first, so that what comes after a cursor has a lower id.
  const values = [null, job, status, since, after, before, asked.limit + 1];
  const statement = fill(RUNS, { order: asked.backward ? 'ASC' : 'DESC' });
  const read = await context.read.query<RunRow>({ ...statement, values });
  const { rows, more } = cut(asked, read.rows);
  return connect(CURSOR, rows.map(runNode), more, (run) => [run.id]);
}

/** A run by id. */
export async function loadRun(context: Context, id: string): Promise<RunNode | null> {
  const loader = context.loaders.get<string, RunNode>('run', (ids) => fetchRuns(context.read, ids));
  return (await loader.load(parseRunId('id', id))) ?? null;
}

/** Runs by id, read where they were written: a replica may not have a new one yet. */
export async function fetchRuns(db: Queryable, ids: readonly string[]): Promise<Map<string, RunNode>> {
  const statement = fill(RUNS, { order: 'DESC' });
  const values = [ids, null, null, null, null, null, ids.length];
  const { rows } = await db.query<RunRow>({ ...statement, values });
  return new Map(rows.map((row) => [row.id, runNode(row)]));
}
