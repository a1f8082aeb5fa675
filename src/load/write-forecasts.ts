import type { PoolClient } from 'pg';
import { run, sqlFile } from '../database/sql.js';
import { literal, observationColumns, observationRows } from './columns.js';
import type { ReadPayload } from './read-payload.js';

const FORGET = sqlFile(import.meta.url, 'forget-forecasts.sql');
const WRITE = sqlFile(import.meta.url, 'write-forecasts.sql');

/** Writes a batch's forecasts; of payloads read before, what an earlier reading made of them is gone first. */
export async function writeForecasts(client: PoolClient, batch: readonly ReadPayload[]): Promise<void> {
  const again = batch.filter((payload) => payload.readBefore);
  if (again.length > 0)
    await run(client, FORGET, [again.map(({ cityId }) => cityId), again.map(({ id }) => id)]);
  const rows = observationRows(batch);
  if (rows.length === 0) return;
  const probabilities = literal(rows, ({ observed }) => observed.precipitationProbability);
  await run(client, WRITE, [...observationColumns(rows), probabilities]);
}
