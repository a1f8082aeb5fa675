import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Pool } from 'pg';
import { z } from 'zod';
import { run, sqlFile } from '../database/sql.js';
import { InvalidInputError, messageOf } from '../errors.js';
import type { Logger } from '../logger.js';
import { arrayEntries } from './array-entries.js';
import { fold, searchText } from './fold.js';
import { asciiName } from './places.js';
import { tidyCities } from './tidy-cities.js';
import { loadZoneFinder, type ZoneFinder } from './zone-finder.js';

export interface CityListCounts {
  /** Entries in the file so far. */
  read: number;
  added: number;
  /** Their id was in `cities` already; the row there stays as it is. */
  known: number;
  /** Another id, but the country and coordinates (within 11 m) of a place that is there already. */
  duplicates: number;
  /** No id, name, country or coordinates that could be used. */
  invalid: number;
}

interface CityListOptions {
  logger: Logger;
  /** Told after each batch. */
  onProgress?: (counts: Readonly<CityListCounts>) => void;
}

/** Ids from here on are places of one's own. */
const FIRST_OWN_ID = 1_000_000_000;
/** Each batch compares itself with the whole table once (some 100 ms), and is held in memory (some MB). */
const BATCH = 10_000;

const Entry = z.object({
  id: z.int().min(1).lt(FIRST_OWN_ID),
  name: z
    .string()
    .max(200)
    .refine((name) => fold(name) !== ''),
  country: z.string().regex(/^[A-Z]{2}$/),
  state: z.string().max(20).optional(),
  coord: z.object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }),
});
type Entry = z.output<typeof Entry>;

const ADD = sqlFile(import.meta.url, 'add-listed-cities.sql');

/**
 * Adds the cities of OpenWeatherMap's own list, `city.list.json` or `city.list.json.gz`, that the catalogue lacks.
 * Reads a file of any size in constant memory; repeating it, or going on after an interruption, adds nothing twice.
 * The list has no time zones: they are looked up from the coordinates.
 * @throws InvalidInputError a file that cannot be read or is no such list; what came before the fault is kept
 */
export async function importCityList(
  pool: Pool,
  path: string,
  { logger, onProgress }: CityListOptions,
): Promise<CityListCounts> {
  const counts: CityListCounts = { read: 0, added: 0, known: 0, duplicates: 0, invalid: 0 };
  const zones = await loadZoneFinder(pool);
  await readBatches(path, async (entries) => {
    await addBatch(pool, entries, zones, counts);
    onProgress?.({ ...counts });
  });
  await tidyCities(pool);
  logger.info({ path, ...counts }, 'City list imported');
  return counts;
}

async function readBatches(path: string, onBatch: (entries: unknown[]) => Promise<void>): Promise<void> {
  let fault: Error | undefined;
  const consume = async (bytes: AsyncIterable<Buffer>) => {
    for await (const batch of batches(arrayEntries(decode(bytes)))) {
      await onBatch(batch).catch((error: unknown) => {
        fault = error instanceof Error ? error : new Error(messageOf(error));
        throw fault;
      });
    }
  };
  try {
    const gzip = await isGzip(path);
    const file = createReadStream(path);
    await (gzip ? pipeline(file, createGunzip(), consume) : pipeline(file, consume));
  } catch (error) {
    // A reader that gives up makes the stream complain, too, and louder.
    throw fault ?? unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): InvalidInputError {
  return new InvalidInputError(
    `${path} cannot be read as OpenWeatherMap's list of cities: ${messageOf(error)}. ` +
      `It should be an array of {id, name, state, country, coord: {lon, lat}}, as plain JSON or gzip.`,
    { cause: error },
  );
}

async function* batches(entries: AsyncIterable<unknown>): AsyncGenerator<unknown[]> {
  let batch: unknown[] = [];
  for await (const entry of entries) {
    if (batch.push(entry) < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** By its first two bytes: the file's name may say anything. */
async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}

async function* decode(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

async function addBatch(
  pool: Pool,
  raw: unknown[],
  zones: ZoneFinder,
  counts: CityListCounts,
): Promise<void> {
  const entries = raw.map((entry) => Entry.safeParse(entry)).flatMap(({ data }) => (data ? [data] : []));
  const { rows } = await run<{ added: number; known: number }>(pool, ADD, columnsOf(entries, zones));
  const { added = 0, known = 0 } = rows[0] ?? {};
  counts.read += raw.length;
  counts.invalid += raw.length - entries.length;
  counts.added += added;
  counts.known += known;
  counts.duplicates += entries.length - added - known;
}

/** One array a column, in the order of add-listed-cities.sql. */
function columnsOf(entries: Entry[], zones: ZoneFinder): unknown[][] {
  return [
    entries.map(({ id }) => id),
    entries.map(({ name }) => name),
    entries.map(({ name }) => asciiName(name)),
    entries.map(({ country }) => country),
    entries.map(({ state }) => (state === '' ? null : (state ?? null))),
    entries.map(({ coord }) => coord.lat),
    entries.map(({ coord }) => coord.lon),
    entries.map(({ country, coord }) => zones.zoneAt(country, coord.lat, coord.lon)),
    entries.map(({ name }) => searchText([name])),
  ];
}
