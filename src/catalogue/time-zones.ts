import pg, { type Pool } from 'pg';
import { run, sqlFile, type Queryable } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import type { Logger } from '../logger.js';
import { loadZoneFinder, type ZonedPlace } from './zone-finder.js';

const CHANGE = sqlFile(import.meta.url, 'change-time-zones.sql');

/** invalid_parameter_value: "time zone … not recognized". */
const UNKNOWN_ZONE = '22023';

interface UnzonedPlace extends ZonedPlace {
  id: number;
}

/**
 * Gives places whose time zone this PostgreSQL does not know one that it does: its time zone data may be older than
 * the catalogue, and one such place would stop the summaries of all. The rule: another name of the same clock;
 * failing that, what a place without a zone gets, by its neighbours. Says so, and has the days cut again.
 * @returns how many places were changed
 */
export async function settleTimeZones(pool: Pool, logger: Logger): Promise<number> {
  if (await allAreKnown(pool)) return 0;
  return transaction(pool, async (client) => {
    const known = await knownZones(client);
    const { rows } = await client.query<UnzonedPlace>(
      `SELECT id, country_code AS "countryCode", latitude, longitude, time_zone AS "timeZone" FROM cities
        WHERE time_zone <> ALL ($1::text[]) ORDER BY id`,
      [known],
    );
    const finder = await loadZoneFinder(client);
    const settled = rows.map((place) => ({
      id: place.id,
      zone:
        sameClock(place.timeZone, known) ?? finder.zoneAt(place.countryCode, place.latitude, place.longitude),
    }));
    await run(client, CHANGE, [settled.map(({ id }) => id), settled.map(({ zone }) => zone)]);
    const zones = [...new Set(rows.map(({ timeZone }) => timeZone))];
    if (rows.length > 0) {
      const hint = 'PostgreSQL does not know these time zones; places got others. Update its time zone data';
      logger.warn({ zones, places: rows.length }, hint);
    }
    return rows.length;
  });
}

/** The name under which this PostgreSQL knows a zone; undefined when it knows none of the same clock. */
export async function zoneInPostgres(db: Queryable, zone: string): Promise<string | undefined> {
  const known = await knownZones(db);
  return known.includes(zone) ? zone : sameClock(zone, known);
}

/** Among names, another one of the same zone: Europe/Kiev for Europe/Kyiv. */
export function sameClock(zone: string, names: readonly string[]): string | undefined {
  const wanted = canonical(zone);
  return wanted === undefined ? undefined : names.find((name) => canonical(name) === wanted);
}

function canonical(zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** Asking for each is quick; listing all that PostgreSQL knows reads six hundred files. */
async function allAreKnown(pool: Pool): Promise<boolean> {
  try {
    await pool.query(
      `SELECT max(now() AT TIME ZONE time_zone) FROM (SELECT DISTINCT time_zone FROM cities) AS used`,
    );
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === UNKNOWN_ZONE) return false;
    throw error;
  }
}

async function knownZones(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>('SELECT name FROM pg_timezone_names ORDER BY name');
  return rows.map(({ name }) => name);
}
