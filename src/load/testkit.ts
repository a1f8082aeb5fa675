import type { Pool } from 'pg';
import { JOB_LIMITS, openPool } from '../database/pool.js';
import type { ObservedValues, ParsedPayload, RejectReason } from '../domain/observation.js';
import type { Parameter } from '../domain/parameters.js';
import type { PayloadKind, SourceName } from '../domain/source.js';
import { savePayloads } from '../landing/save-payloads.js';
import { createLogger } from '../logger.js';
import { testDatabase } from '../testing/database.js';
import type { LoadCounts } from './load-counts.js';
import { loadPending, type LoadOptions } from './load-pending.js';
import type { PayloadParser } from './read-payload.js';

/** A database of the test file's own, with a pool as jobs have it. */
export async function testWarehouse(): Promise<{ pool: Pool; close: () => Promise<void> }> {
  const database = await testDatabase();
  const pool = openPool(database.url, JOB_LIMITS, createLogger('silent'));
  return {
    pool,
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
}

export async function addCity(pool: Pool, id: number, latitude = 50, longitude = 10): Promise<void> {
  await pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
     VALUES ($1, 'Place', 'Place', 'DE', $2, $3, 'Europe/Berlin', 'place')`,
    [id, latitude, longitude],
  );
}

/** One observation of a body, as testParser reads it. */
export interface TestObservation {
  at: string;
  values?: Partial<Record<Parameter, number>>;
  codes?: number[];
}

export interface TestPayload {
  cityId: number;
  observations?: TestObservation[];
  rejections?: { reason: RejectReason; path?: string; value?: string; detail: string }[];
  source?: SourceName;
  kind?: PayloadKind;
  fetchedAt?: string;
  /** Instead of observations and rejections. */
  body?: Buffer;
}

/** Reads the bodies that `land` writes. */
export const testParser: PayloadParser = ({ body }): ParsedPayload => {
  const { observations, rejections } = JSON.parse(body.toString()) as Required<TestPayload>;
  return { observations: observations.map(observed), rejections };
};

export function observed({ at, values = {}, codes = [] }: TestObservation): ObservedValues {
  return { observedAt: new Date(at), values, conditionCodes: codes };
}

/** Lands payloads in one statement and returns their ids in the same order. */
export async function land(pool: Pool, ...payloads: TestPayload[]): Promise<string[]> {
  const items = payloads.map(({ cityId, source = 'OPENWEATHERMAP', kind = 'CURRENT', ...rest }) => {
    const { observations = [], rejections = [], fetchedAt = '2026-05-01T12:00:00Z' } = rest;
    const body = rest.body ?? Buffer.from(JSON.stringify({ observations, rejections }));
    const at = new Date(fetchedAt);
    const answer = { requestedAt: at, fetchedAt: at, httpStatus: 200, contentType: 'application/json', body };
    return { cityId, source, kind, units: 'METRIC' as const, answer };
  });
  const { rows: before } = await pool.query<{ id: string }>(
    'SELECT coalesce(max(id), 0) AS id FROM payloads',
  );
  await savePayloads(pool, 1n, items);
  const { rows } = await pool.query<{ id: string }>('SELECT id FROM payloads WHERE id > $1 ORDER BY id', [
    before[0]?.id,
  ]);
  return rows.map((row) => row.id);
}

export function load(pool: Pool, options: Partial<LoadOptions> = {}): Promise<LoadCounts> {
  return loadPending(pool, {
    parse: testParser,
    parserVersion: () => 1,
    runId: 2n,
    fence: () => Promise.resolve(),
    ...options,
  });
}

/** Lets every payload of a city be loaded again. */
export async function replayAll(pool: Pool, cityId: number): Promise<void> {
  await pool.query(`UPDATE payloads SET state = 'PENDING' WHERE city_id = $1`, [cityId]);
}

/** A city's observations as they are stored, columns with values only. */
export async function observationsOf(pool: Pool, cityId: number): Promise<Record<string, unknown>[]> {
  const { rows } = await pool.query<{ o: Record<string, unknown> }>(
    `SELECT jsonb_strip_nulls(to_jsonb(o) - 'city_id' - 'loaded_at') AS o
       FROM observations AS o WHERE city_id = $1 ORDER BY observed_at, source`,
    [cityId],
  );
  return rows.map((row) => row.o);
}

/** The hours of a city that are marked as stale, each once. */
export async function staleHoursOf(pool: Pool, cityId: number): Promise<string[]> {
  const { rows } = await pool.query<{ hour: Date }>(
    'SELECT DISTINCT hour FROM stale_hours WHERE city_id = $1 ORDER BY hour',
    [cityId],
  );
  return rows.map((row) => row.hour.toISOString());
}
