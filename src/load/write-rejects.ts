import type { PoolClient } from 'pg';
import { run, sqlFile } from '../database/sql.js';
import { excerpt } from '../sources/text.js';
import type { ReadPayload } from './read-payload.js';

const RESOLVE = sqlFile(import.meta.url, 'resolve-rejects.sql');
const INSERT = sqlFile(import.meta.url, 'insert-rejects.sql');

/** Sentences may quote what upstream or the database said. */
const DETAIL_LENGTH = 500;

/** Keeps what was refused of a batch, and closes what was refused earlier and is not any more. */
export async function writeRejects(
  client: PoolClient,
  batch: readonly ReadPayload[],
  runId: string | bigint,
): Promise<number> {
  const refused = batch.flatMap(({ cityId, id, rejections }) =>
    rejections.map(({ reason, path, value, detail }) => ({
      cityId,
      id,
      reason,
      path: path === undefined ? null : excerpt(path),
      value: value === undefined ? null : excerpt(value),
      detail: excerpt(detail, DETAIL_LENGTH),
    })),
  );
  const keys = [
    refused.map((one) => one.cityId),
    refused.map((one) => one.id),
    refused.map((one) => one.reason),
    refused.map((one) => one.path),
  ];
  const again = batch.filter((payload) => payload.readBefore);
  if (again.length > 0) {
    const payloads = [again.map(({ cityId }) => cityId), again.map(({ id }) => id)];
    await run(client, RESOLVE, [...payloads, ...keys]);
  }
  if (refused.length === 0) return 0;
  await run(client, INSERT, [
    runId,
    ...keys,
    refused.map((one) => one.value),
    refused.map((one) => one.detail),
  ]);
  return refused.length;
}
