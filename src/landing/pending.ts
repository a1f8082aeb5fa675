import { run, sqlFile, type Queryable } from '../database/sql.js';
import type { Place } from '../domain/observation.js';
import type { PayloadKind, SourceName } from '../domain/source.js';
import type { UnitSystem } from '../sources/parse.js';

const PENDING = sqlFile(import.meta.url, 'pending-payloads.sql');

/** Bytes of bodies read at a time: two thousand current answers, or two years of one city's history. */
const PAGE_BYTES = 1_500_000;

/** A landed answer that waits to be loaded. */
export interface PendingPayload {
  cityId: number;
  id: string;
  source: SourceName;
  kind: PayloadKind;
  units: UnitSystem;
  fetchedAt: Date;
  httpStatus: number;
  /** Null when the bytes are gone, which neither retention nor replay brings about. */
  body: Buffer | null;
  /** Where the city is; null when the catalogue does not have it. */
  place: Place | null;
  /** Whether it was loaded before, and is to be loaded again. */
  readBefore: boolean;
}

export interface PendingOptions {
  /** Only payloads of these cities. */
  cityIds?: readonly number[] | undefined;
  /** Payloads a page at most. */
  pageSize: number;
}

interface Row {
  city_id: number;
  id: string;
  source: SourceName;
  kind: PayloadKind;
  units: UnitSystem;
  fetched_at: Date;
  http_status: number;
  read_before: boolean;
  body: Buffer | null;
  latitude: number | null;
  longitude: number | null;
}

/** The payloads that wait to be loaded, by city and age, in pages small enough to hold in memory. */
export async function* pendingPages(
  db: Queryable,
  { cityIds, pageSize }: PendingOptions,
): AsyncGenerator<PendingPayload[], void, undefined> {
  // Below every id: our own answers without a city have city 0.
  let last = { cityId: -1, id: '0' };
  for (;;) {
    const values = [last.cityId, last.id, cityIds ?? null, pageSize, PAGE_BYTES];
    const { rows } = await run<Row>(db, PENDING, values);
    const page = rows.map(pendingPayload);
    const end = page.at(-1);
    if (!end) return;
    yield page;
    last = end;
  }
}

/** How many payloads wait to be loaded. */
export async function countPending(db: Queryable, cityIds?: readonly number[]): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM payloads
      WHERE state = 'PENDING' AND ($1::int[] IS NULL OR city_id = ANY ($1::int[]))`,
    [cityIds ?? null],
  );
  return rows[0]?.count ?? 0;
}

function pendingPayload(row: Row): PendingPayload {
  const { latitude, longitude } = row;
  return {
    cityId: row.city_id,
    id: row.id,
    source: row.source,
    kind: row.kind,
    units: row.units,
    fetchedAt: row.fetched_at,
    httpStatus: row.http_status,
    body: row.body,
    place: latitude === null || longitude === null ? null : { cityId: row.city_id, latitude, longitude },
    readBefore: row.read_before,
  };
}
