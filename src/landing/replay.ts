import type { PoolClient } from 'pg';
import type { Fence } from '../database/fence.js';
import { run, sqlFile } from '../database/sql.js';
import type { TimeWindow } from '../domain/time.js';

const MARK = sqlFile(import.meta.url, 'mark-for-replay.sql');
const MARK_REJECTED = sqlFile(import.meta.url, 'mark-rejected.sql');

export interface ReplayRange extends TimeWindow {
  /** Only payloads of these cities. */
  cityIds?: readonly number[] | undefined;
  fence?: Fence;
}

/**
 * Lets the payloads fetched in a range be loaded again, by the parser as it is now and without any upstream
 * call. Those whose bytes retention removed stay as they are.
 * @param client inside a transaction
 * @returns the number of payloads that wait now
 */
export async function markForReplay(client: PoolClient, range: ReplayRange): Promise<number> {
  await range.fence?.(client);
  const { rowCount } = await run(client, MARK, [range.from, range.to, range.cityIds ?? null]);
  return rowCount ?? 0;
}

/** Which refusals are tried again. */
export interface RejectedScope {
  /** Only those for this reason. */
  reason?: string | undefined;
  /** Only those of this run. */
  runId?: string | undefined;
  cityIds?: readonly number[] | undefined;
  fence?: Fence;
}

/**
 * The same for payloads of which something is still refused, whenever they were fetched: what loads without fault this
 * time resolves its rejects.
 */
export async function markRejected(client: PoolClient, scope: RejectedScope): Promise<number> {
  await scope.fence?.(client);
  const { reason = null, runId = null, cityIds = null } = scope;
  const { rowCount } = await run(client, MARK_REJECTED, [reason, runId, cityIds]);
  return rowCount ?? 0;
}
