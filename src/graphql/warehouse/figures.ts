import { run, sqlFile, type Queryable, type SqlStatement } from '../../database/sql.js';
import { SECOND } from '../../domain/time.js';
import type { Context } from '../context.js';
import type { DataCheck, Quota } from '../generated/resolvers.js';

const OBSERVATIONS = sqlFile(import.meta.url, 'observation-count.sql');
const FIRST = sqlFile(import.meta.url, 'first-observed.sql');
const LAST = sqlFile(import.meta.url, 'last-observed.sql');
const CITIES = sqlFile(import.meta.url, 'city-count.sql');
const TRACKED = sqlFile(import.meta.url, 'tracked-count.sql');
const CHECKS = sqlFile(import.meta.url, 'checks.sql');
const QUOTA_USED = sqlFile(import.meta.url, 'quota-used.sql');

/** Largest number of the schema's Int. */
const LARGEST_INT = 2_147_483_647;

/** A figure of one row, null where there is none. */
async function figure(db: Queryable, statement: SqlStatement): Promise<number | null> {
  const { rows } = await run<{ value: number | null }>(db, statement);
  return rows[0]?.value ?? null;
}

export const countObservations = async (db: Queryable) => (await figure(db, OBSERVATIONS)) ?? 0;
export const countCities = async (db: Queryable) => (await figure(db, CITIES)) ?? 0;
export const countTracked = async (db: Queryable) => (await figure(db, TRACKED)) ?? 0;
/** Seconds since 1970. */
export const firstObserved = (db: Queryable) => figure(db, FIRST);
/** Seconds since 1970. */
export const lastObserved = (db: Queryable) => figure(db, LAST);

/** The newest result of each data check. */
export async function latestChecks(db: Queryable): Promise<DataCheck[]> {
  return (await run<DataCheck>(db, CHECKS)).rows;
}

/** Calls made in the periods that run now, against their limits. */
export async function quotas({ read, surroundings }: Context): Promise<Quota[]> {
  const periods = surroundings.quotas();
  const { rows } = await run<{ source: string; period: string; used: number }>(read, QUOTA_USED, [
    periods.map(({ source }) => source),
    periods.map(({ period }) => period),
  ]);
  const used = new Map(rows.map((row) => [`${row.source} ${row.period}`, row.used]));
  return periods.map(({ source, period, limit, resetsAt }) => ({
    source,
    period,
    used: Math.min(used.get(`${source} ${period}`) ?? 0, LARGEST_INT),
    limit: Math.min(limit, LARGEST_INT),
    resetsAt: resetsAt.getTime() / SECOND,
  }));
}
