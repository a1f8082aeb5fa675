import type { RejectReason } from '../generated/resolvers.js';
import type { RejectNode } from '../nodes.js';

/** A row of rejects.sql or all-rejects.sql; instants are seconds since 1970. */
export interface RejectRow {
  city_id: number;
  id: string;
  run_id: string;
  payload_id: string;
  reason: RejectReason;
  path: string | null;
  value: string | null;
  detail: string;
  at: number;
  resolved_at: number | null;
}

export function rejectNode(row: RejectRow): RejectNode {
  const { id, reason, path, value, detail, at } = row;
  return {
    ...{ id, reason, path, value, detail, at },
    resolvedAt: row.resolved_at,
    cityId: row.city_id,
    runId: row.run_id,
    payloadId: row.payload_id,
  };
}
