import { run, sqlFile } from '../../database/sql.js';
import type { Context } from '../context.js';
import type { RunNode } from '../nodes.js';
import { loadRun } from './runs.js';

const PAYLOAD_RUNS = sqlFile(import.meta.url, 'payload-runs.sql');

interface PayloadKey {
  cityId: number;
  payloadId: string;
}

const textOf = ({ cityId, payloadId }: PayloadKey): string => `${cityId} ${payloadId}`;

/** The run that fetched a payload; null once the payload's record was removed. */
export async function loadRunOfPayload(context: Context, key: PayloadKey): Promise<RunNode | null> {
  const loader = context.loaders.getBy<PayloadKey, string>('run of payload', textOf, async (keys) => {
    const values = [keys.map(({ cityId }) => cityId), keys.map(({ payloadId }) => payloadId)];
    const { rows } = await run<{ city_id: number; payload_id: string; run_id: string }>(
      context.read,
      PAYLOAD_RUNS,
      values,
    );
    return new Map(
      rows.map((row) => [textOf({ cityId: row.city_id, payloadId: row.payload_id }), row.run_id]),
    );
  });
  const id = await loader.load(key);
  return id === undefined ? null : loadRun(context, id);
}
