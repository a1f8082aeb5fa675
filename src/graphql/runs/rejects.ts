import { parsePage, type PageArguments } from '../arguments/page.js';
import type { Context } from '../context.js';
import { connect, cut, type Connection } from '../lists/connection.js';
import { sqlTemplate } from '../lists/template.js';
import type { RejectNode } from '../nodes.js';
import { readIdCursor } from './cursor.js';
import { pagesOfRuns } from './pages.js';
import { rejectNode, type RejectRow } from './reject-row.js';

const REJECTS = sqlTemplate(import.meta.url, 'rejects.sql');
const CURSOR = 'reject';

/** Checks the arguments of `Run.rejects`. */
export function rejectsOf(args: PageArguments) {
  const page = parsePage(args);
  return {
    ...page,
    after: readIdCursor('after', page.after, CURSOR),
    before: readIdCursor('before', page.before, CURSOR),
  };
}

type RejectPage = ReturnType<typeof rejectsOf>;

/** A page of what a run refused; those of many runs are read together. */
export async function loadRejects(
  context: Context,
  runId: string,
  args: PageArguments,
): Promise<Connection<RejectNode>> {
  const page = rejectsOf(args);
  const loader = context.loaders.get<string, RejectRow[]>(`rejects ${JSON.stringify(page)}`, (ids) =>
    fetchRejects(context, ids, page),
  );
  const { rows, more } = cut(page, (await loader.load(runId)) ?? []);
  return connect(CURSOR, rows.map(rejectNode), more, (_, index) => [rows[index]?.id ?? '']);
}

async function fetchRejects(
  { read }: Context,
  runIds: readonly string[],
  { after, before, limit, backward }: RejectPage,
): Promise<Map<string, RejectRow[]>> {
  const order = backward ? 'id DESC' : 'id';
  const statement = pagesOfRuns(REJECTS, { count: runIds.length, order });
  const { rows } = await read.query<RejectRow>({
    ...statement,
    values: [runIds, after, before, limit + 1],
  });
  const byRun = new Map<string, RejectRow[]>(runIds.map((id) => [id, []]));
  for (const row of rows) byRun.get(row.run_id)?.push(row);
  return byRun;
}
