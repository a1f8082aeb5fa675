import type { Pool, PoolClient } from 'pg';
import type { Fence } from '../database/fence.js';
import { run, sqlFile } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import { literal } from './columns.js';
import { dataRefusal } from './database-errors.js';
import { sumOf, type LoadCounts } from './load-counts.js';
import type { ReadPayload } from './read-payload.js';
import { writeForecasts } from './write-forecasts.js';
import { writeObservations } from './write-observations.js';
import { writeRejects } from './write-rejects.js';

const MARK = sqlFile(import.meta.url, 'mark-payloads.sql');

export interface LoadContext {
  runId: string | bigint;
  /** Checked first in each transaction. */
  fence: Fence;
}

/**
 * Loads a batch in one transaction. When the database refuses what is in it, the batch is halved until the
 * payload to blame is found: that one is rejected, and everything else is loaded.
 */
export async function loadBatch(
  pool: Pool,
  batch: readonly ReadPayload[],
  context: LoadContext,
): Promise<LoadCounts> {
  try {
    return await transaction(pool, (client) => writeBatch(client, batch, context));
  } catch (error) {
    const refusal = dataRefusal(error);
    const [culprit] = batch;
    if (!refusal || !culprit) throw error;
    if (batch.length > 1) {
      const middle = batch.length >> 1;
      const first = await loadBatch(pool, batch.slice(0, middle), context);
      return sumOf(first, await loadBatch(pool, batch.slice(middle), context));
    }
    // Refused with nothing left to refuse: not the payload's fault.
    if (culprit.observations.length === 0) throw error;
    const rejected = { ...culprit, observations: [], rejections: [...culprit.rejections, refusal] };
    return loadBatch(pool, [rejected], context);
  }
}

/** The statements of one batch. Exported for tests of what happens between them and the commit. */
export async function writeBatch(
  client: PoolClient,
  batch: readonly ReadPayload[],
  { runId, fence }: LoadContext,
): Promise<LoadCounts> {
  await fence(client);
  const isForecast = ({ kind }: ReadPayload): boolean => kind === 'FORECAST';
  const written = await writeObservations(
    client,
    batch.filter((payload) => !isForecast(payload)),
  );
  await writeForecasts(client, batch.filter(isForecast));
  const rejects = await writeRejects(client, batch, runId);
  await markPayloads(client, batch);
  return {
    payloads: batch.length,
    observationsInserted: written.inserted,
    observationsUpdated: written.updated,
    observationsUnchanged: written.unchanged,
    rejects,
  };
}

async function markPayloads(client: PoolClient, batch: readonly ReadPayload[]): Promise<void> {
  await run(client, MARK, [
    literal(batch, ({ cityId }) => cityId),
    literal(batch, ({ id }) => id),
    literal(batch, stateOf),
    literal(batch, ({ parserVersion }) => parserVersion),
  ]);
}

/** Empty without a fault (hours that an archive does not have yet) counts as loaded. */
function stateOf({ observations, rejections }: ReadPayload): 'LOADED' | 'REJECTED' {
  return observations.length === 0 && rejections.length > 0 ? 'REJECTED' : 'LOADED';
}
