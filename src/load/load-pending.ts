import type { Pool } from 'pg';
import { pendingPages } from '../landing/pending.js';
import { loadBatch, type LoadContext } from './load-batch.js';
import { noCounts, sumOf, type LoadCounts } from './load-counts.js';
import { readPayload, type ParserVersion, type PayloadParser, type ReadPayload } from './read-payload.js';

/** Items a transaction: some tenths of a second of writing. */
const ITEMS_PER_BATCH = 20_000;

export interface LoadOptions extends LoadContext {
  parse: PayloadParser;
  parserVersion: ParserVersion;
  /** Only payloads of these cities. */
  cityIds?: readonly number[] | undefined;
  /** Payloads a transaction at most. */
  batchSize?: number;
  /** Looked at between two transactions; when aborted, loadPending throws its reason. */
  signal?: AbortSignal | undefined;
  /** Called after each transaction with what it did. */
  onProgress?: (done: LoadCounts) => void;
}

/**
 * Loads all payloads that wait. Each batch is one transaction: killed at any moment, the next call goes on where
 * this one stopped, and reading a payload twice changes nothing.
 * @returns what was done in all
 */
export async function loadPending(pool: Pool, options: LoadOptions): Promise<LoadCounts> {
  let total = noCounts();
  const { cityIds, batchSize = 500 } = options;
  for await (const page of pendingPages(pool, { cityIds, pageSize: batchSize })) {
    const read = page.map((payload) => readPayload(payload, options.parse, options.parserVersion));
    for (const batch of batches(read)) {
      options.signal?.throwIfAborted();
      const done = await loadBatch(pool, batch, options);
      total = sumOf(total, done);
      options.onProgress?.(done);
    }
  }
  return total;
}

/** Cuts a page where its observations and rejects pass what one transaction shall hold. */
function* batches(page: readonly ReadPayload[]): Generator<ReadPayload[], void, undefined> {
  let batch: ReadPayload[] = [];
  let items = 0;
  for (const payload of page) {
    const more = payload.observations.length + payload.rejections.length;
    if (batch.length > 0 && items + more > ITEMS_PER_BATCH) {
      yield batch;
      batch = [];
      items = 0;
    }
    batch.push(payload);
    items += more;
  }
  if (batch.length > 0) yield batch;
}
