import { SECOND } from '../../domain/time.js';
import { decodeCursor } from '../arguments/cursor.js';
import { parseCityIds, parseRunId } from '../arguments/ids.js';
import { parseInstant } from '../arguments/instants.js';
import { parsePage } from '../arguments/page.js';
import type { Context } from '../context.js';
import type { QueryRejectsArgs } from '../generated/resolvers.js';
import { connect, cut, type Connection } from '../lists/connection.js';
import { fill, sqlTemplate } from '../lists/template.js';
import type { RejectNode } from '../nodes.js';
import { rejectNode, type RejectRow } from './reject-row.js';

const REJECTS = sqlTemplate(import.meta.url, 'all-rejects.sql');
const CURSOR = 'reject of all';

/** Checks the arguments of `rejects`. */
export function allRejectsOf({ filter, ...args }: QueryRejectsArgs) {
  const page = parsePage(args);
  return {
    ...page,
    after: readCursor('after', page.after),
    before: readCursor('before', page.before),
    filter: [
      filter?.cityIds ? parseCityIds('filter.cityIds', filter.cityIds) : null,
      filter?.reason ?? null,
      typeof filter?.runId === 'string' ? parseRunId('filter.runId', filter.runId) : null,
      filter?.resolved ?? null,
      typeof filter?.since === 'string' ? parseInstant('filter.since', filter.since) : null,
    ],
  };
}

/** A page of everything that was refused, newest first. */
export async function listRejects(
  { read }: Context,
  args: QueryRejectsArgs,
): Promise<Connection<RejectNode>> {
  const asked = allRejectsOf(args);
  const { filter, after, before, limit, backward } = asked;
  // Newest first, so that what comes after a cursor is older.
  const values = [...filter, ...(after ?? [null, null]), ...(before ?? [null, null]), limit + 1];
  const statement = fill(REJECTS, { order: backward ? 'ASC' : 'DESC' });
  const { rows, more } = cut(asked, (await read.query<RejectRow>({ ...statement, values })).rows);
  return connect(CURSOR, rows.map(rejectNode), more, ({ at, id }) => [Math.round(at * SECOND), id]);
}

/** @returns milliseconds since 1970, and an id */
function readCursor(argument: string, text: string | undefined): readonly [number, string] | null {
  if (text === undefined) return null;
  const isKey = (key: unknown[]): key is [number, string] =>
    key.length === 2 &&
    Number.isSafeInteger(key[0]) &&
    typeof key[1] === 'string' &&
    /^\d{1,18}$/.test(key[1]);
  return decodeCursor<readonly [number, string]>(argument, text, CURSOR, isKey);
}
