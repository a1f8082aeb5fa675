import { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { MINUTE } from '../domain/time.js';
import type { PoolLimits } from '../database/pool.js';
import { beginCopy, type Copy } from './copy.js';
import type { FormatName } from './formats/format.js';
import { BY_NAME } from './formats/formats.js';
import { fileMetadata } from './metadata.js';
import type { ExportPlan } from './plan.js';

/** Exports at once in one process. */
export const MOST_EXPORTS = 4;
/** Milliseconds that one may take, whatever its size: longer than any answer of the API. */
export const LONGEST_EXPORT = 15 * MINUTE;

/**
 * Connections of their own, so that exports never take the API's; one more than exports, to cancel with. The planner is
 * told to walk the keys city by city, in the order that rows leave: hashing or merging whole tables would be followed
 * by a sort of all that is exported, before its first row. Floats in full, whatever the server's settings.
 */
export const EXPORT_LIMITS: PoolLimits = {
  max: MOST_EXPORTS + 1,
  statementTimeout: LONGEST_EXPORT,
  // The driver's own would go off after a COPY that ended well: it knows no end of streams.
  driverTimeout: false,
  options: '-c enable_hashjoin=off -c enable_mergejoin=off -c extra_float_digits=1',
};

/** A file that is being made. */
export interface RunningExport {
  /** What PostgreSQL sends; its destruction stops everything. */
  source: Readable;
  /** The file's bytes. */
  file: Readable;
  /** To be asked once the file has ended. */
  rowCount: Copy['rowCount'];
}

/**
 * Begins an export. Nothing is held but what is under way: who does not read holds up the database.
 * @param now seconds since 1970
 */
export async function beginExport(
  pool: Pool,
  plan: ExportPlan,
  name: FormatName,
  now: number,
): Promise<RunningExport> {
  const format = BY_NAME[name];
  const { columns } = plan.request;
  const statement = format.copy(plan.select(format.select(columns)));
  const { stream, rowCount } = await beginCopy(pool, statement, LONGEST_EXPORT);
  const encode = format.encode?.(columns, fileMetadata(plan, now));
  if (!encode) return { source: stream, file: stream, rowCount };
  const file = Readable.from(encode(stream), { objectMode: false, highWaterMark: 1 });
  file.on('error', () => undefined);
  return { source: stream, file, rowCount };
}
