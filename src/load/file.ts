import type { Pool, PoolClient } from 'pg';
import type { Fence } from '../database/fence.js';
import { run, sqlFile } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import type { SourceName } from '../domain/source.js';
import { savePayloads } from '../landing/save-payloads.js';
import type { UnitSystem } from '../sources/parse.js';
import { openLines, type LineFile } from './lines.js';

const MATCH = sqlFile(import.meta.url, 'match-places.sql');

/** What a batch holds at most; whichever comes first. */
const BATCH_LINES = 1_000;
const BATCH_BYTES = 4_000_000;
/** The city of a line that belongs to none of ours: it loads as a reject. */
const NO_CITY = 0;

/** What a reply says of its own place. */
interface ReplyIdentity {
  id: number;
  latitude: number;
  longitude: number;
}

export interface FileOptions {
  source: SourceName;
  /** The unit system the replies were asked for in: they do not say. */
  units: UnitSystem;
  runId: string | bigint;
  /** Where a reply is from; undefined when it does not say, or is no reply. */
  identify: (body: Buffer) => ReplyIdentity | undefined;
  fence?: Fence;
  /** Looked at between two batches. */
  signal?: AbortSignal;
  onProgress?: (progress: FileProgress) => void;
}

export interface FileCounts {
  /** Lines that hold something. */
  lines: number;
  emptyLines: number;
  landed: number;
}

export interface FileProgress extends FileCounts {
  bytesRead: number;
  totalBytes: number;
}

/**
 * Lands a file of recorded replies, one JSON document a line, plain or gzip: each line byte for byte as a payload
 * of our city nearest to where it says it is from. What is no reply is landed as well, and becomes a reject.
 * Lines landed before a fault stay landed.
 * @throws InvalidInputError when the file cannot be read to its end
 */
export async function landFile(pool: Pool, path: string, options: FileOptions): Promise<FileCounts> {
  const file = await openLines(path);
  const counts: FileCounts = { lines: 0, emptyLines: 0, landed: 0 };
  for await (const batch of batches(file, counts)) {
    options.signal?.throwIfAborted();
    counts.landed += await landBatch(pool, batch, options);
    options.onProgress?.({ ...counts, bytesRead: file.bytesRead(), totalBytes: file.totalBytes });
  }
  return counts;
}

async function* batches(file: LineFile, counts: FileCounts): AsyncGenerator<Buffer[], void, undefined> {
  let batch: Buffer[] = [];
  let bytes = 0;
  for await (const line of file.lines) {
    if (isBlank(line)) {
      counts.emptyLines += 1;
      continue;
    }
    counts.lines += 1;
    batch.push(line);
    bytes += line.length;
    if (batch.length < BATCH_LINES && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function isBlank(line: Buffer): boolean {
  return line.length < 100 && line.toString('latin1').trim() === '';
}

function landBatch(pool: Pool, bodies: readonly Buffer[], options: FileOptions): Promise<number> {
  const { source, units, runId, identify, fence } = options;
  const identities = bodies.map(identify);
  return transaction(pool, async (client) => {
    await fence?.(client);
    const cities = await citiesOf(client, identities);
    const now = await databaseTime(client);
    const answer = { requestedAt: now, fetchedAt: now, httpStatus: 200, contentType: 'application/json' };
    const items = bodies.map((body, number) => ({
      cityId: cities.get(number) ?? NO_CITY,
      source,
      kind: 'CURRENT' as const,
      units,
      answer: { ...answer, body },
    }));
    return savePayloads(client, runId, items);
  });
}

/** Our city for each reply, by the reply's number; none for a reply from nowhere near one. */
async function citiesOf(
  client: PoolClient,
  identities: readonly (ReplyIdentity | undefined)[],
): Promise<Map<number, number>> {
  const known = identities.flatMap((identity, number) =>
    identity && isOnEarth(identity) ? [{ number, ...identity }] : [],
  );
  const { rows } = await run<{ number: number; city_id: number }>(client, MATCH, [
    known.map((one) => one.number),
    known.map(({ id }) => (Number.isSafeInteger(id) ? id : 0)),
    known.map((one) => one.latitude),
    known.map((one) => one.longitude),
  ]);
  return new Map(rows.map((row) => [row.number, row.city_id]));
}

function isOnEarth({ latitude, longitude }: ReplyIdentity): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

async function databaseTime(client: PoolClient): Promise<Date> {
  const { rows } = await client.query<{ now: Date }>('SELECT now()');
  if (!rows[0]) throw new Error('The database did not say what time it is');
  return rows[0].now;
}
