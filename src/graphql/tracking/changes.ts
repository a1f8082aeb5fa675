import { parsePage, type PageArguments } from '../arguments/page.js';
import type { Context } from '../context.js';
import type { TrackingChange } from '../generated/resolvers.js';
import { connect, cut, type Connection } from '../lists/connection.js';
import { fill, sqlTemplate } from '../lists/template.js';
import { readIdCursor } from '../runs/cursor.js';

const CHANGES = sqlTemplate(import.meta.url, 'changes.sql');
const CURSOR = 'tracking change';

/** Checks the arguments of `trackingChanges`. */
export function trackingChangesOf(args: PageArguments) {
  const page = parsePage(args);
  return {
    ...page,
    after: readIdCursor('after', page.after, CURSOR),
    before: readIdCursor('before', page.before, CURSOR),
  };
}

/** A page of who had which cities followed or not, newest first. */
export async function listTrackingChanges(
  { read }: Context,
  args: PageArguments,
): Promise<Connection<TrackingChange>> {
  const page = trackingChangesOf(args);
  const statement = fill(CHANGES, { order: page.backward ? 'ASC' : 'DESC' });
  // Newest first, so that what comes after a cursor has a lower id.
  const values = [page.after, page.before, page.limit + 1];
  const { rows, more } = cut(page, (await read.query<TrackingChange>({ ...statement, values })).rows);
  return connect(CURSOR, rows, more, ({ id }) => [id]);
}
