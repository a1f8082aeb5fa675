import { run, sqlFile, type SqlStatement } from '../../database/sql.js';
import type { Context } from '../context.js';
import { sourceInfo } from '../lists/sources.js';
import type { PayloadNode } from '../nodes.js';

const PAYLOADS = sqlFile(import.meta.url, 'payloads.sql');
const BODIES = sqlFile(import.meta.url, 'bodies.sql');

/** Bytes of a body that are answered at most. */
export const SHOWN_BODY = 64 * 1024;

export interface PayloadKey {
  cityId: number;
  payloadId: string;
}

interface PayloadRow {
  city_id: number;
  id: string;
  run_id: string;
  source: string;
  http_status: number;
  content_type: string | null;
  requested_at: number;
  fetched_at: number;
  body_bytes: number | null;
}

const textOf = ({ cityId, payloadId }: PayloadKey): string => `${cityId} ${payloadId}`;

/** A payload without its body; null once its record was removed. */
export async function loadPayload(context: Context, key: PayloadKey): Promise<PayloadNode | null> {
  const row = await loadOf<PayloadRow>(context, 'payload', PAYLOADS, key);
  return row ? payloadNode(row) : null;
}

/** The first part of a payload's body as text; null once retention removed it. */
export async function loadBody(context: Context, key: PayloadKey): Promise<string | null> {
  const row = await loadOf<{ city_id: number; id: string; body: Buffer | null }>(
    context,
    'body of payload',
    BODIES,
    key,
    SHOWN_BODY,
  );
  return row?.body ? new TextDecoder().decode(row.body) : null;
}

async function loadOf<Row extends { city_id: number; id: string }>(
  context: Context,
  name: string,
  statement: SqlStatement,
  key: PayloadKey,
  ...more: unknown[]
): Promise<Row | undefined> {
  const loader = context.loaders.getBy<PayloadKey, Row>(name, textOf, async (keys) => {
    const values = [keys.map(({ cityId }) => cityId), keys.map(({ payloadId }) => payloadId), ...more];
    const { rows } = await run<Row>(context.read, statement, values);
    return new Map(rows.map((row) => [textOf({ cityId: row.city_id, payloadId: row.id }), row]));
  });
  return loader.load(key);
}

function payloadNode(row: PayloadRow): PayloadNode {
  const source = sourceInfo(row.source);
  if (!source) throw new Error(`Payload ${row.id} is of an unknown source, ${row.source}`);
  return {
    id: row.id,
    source,
    requestedAt: row.requested_at,
    fetchedAt: row.fetched_at,
    httpStatus: row.http_status,
    contentType: row.content_type,
    bodyBytes: row.body_bytes,
    cityId: row.city_id,
    runId: row.run_id,
  };
}
