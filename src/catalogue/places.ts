import type { Pool } from 'pg';
import { z } from 'zod';
import { run, sqlFile, type Queryable } from '../database/sql.js';
import { transaction } from '../database/transaction.js';
import { isTimeZone } from '../domain/time.js';
import { InvalidInputError } from '../errors.js';
import { fold, searchText } from './fold.js';
import { zoneInPostgres } from './time-zones.js';
import { loadZoneFinder } from './zone-finder.js';

const NewPlace = z.object({
  name: z
    .string()
    .trim()
    .max(200)
    .refine((name) => fold(name) !== '', 'must have a letter or a digit'),
  /** Degrees north. */
  latitude: z.number().min(-90).max(90),
  /** Degrees east. */
  longitude: z.number().min(-180).max(180),
  /** ISO 3166-1 alpha-2. */
  countryCode: z.string().regex(/^[A-Z]{2}$/, 'must be two capital letters, such as US'),
  admin1Code: z.string().max(20).nullish(),
  /** Metres above the sea. */
  elevation: z.number().min(-500).max(9000).nullish(),
  population: z.int().min(1).max(2_147_483_647).nullish(),
  /** IANA; looked up from the coordinates when absent. */
  timeZone: z.string().refine(isTimeZone, 'is no IANA time zone, such as Europe/Paris').nullish(),
});

/** A place of one's own. */
export type NewPlace = z.input<typeof NewPlace>;

export interface AddedPlace {
  id: number;
  timeZone: string;
  /** False when a place of this name stood there already. */
  created: boolean;
}

const ADD = sqlFile(import.meta.url, 'add-place.sql');
/** Any fixed number that nothing else locks: "place" on a phone's keys. */
const PLACE_LOCK = 75_223;

/**
 * Adds a place that GeoNames does not have, or not here: a station, a field, a mast. Its id is 1,000,000,000 or
 * more, so it never meets a GeoNames id. The same name at the same coordinates (within 11 m) is the same place.
 * @throws InvalidInputError one message that lists everything that does not fit
 */
export async function addPlace(pool: Pool, input: NewPlace): Promise<AddedPlace> {
  const place = check(input);
  return transaction(pool, async (client) => {
    // One at a time: two that read the same highest id would clash.
    await client.query('SELECT pg_advisory_xact_lock($1)', [PLACE_LOCK]);
    const timeZone = await zoneOf(client, place);
    const { rows } = await run<AddedPlace>(client, ADD, [
      place.name,
      asciiName(place.name),
      place.countryCode,
      place.admin1Code ?? null,
      place.latitude,
      place.longitude,
      place.elevation ?? null,
      place.population ?? null,
      timeZone,
      searchText([place.name]),
    ]);
    if (!rows[0]) throw new Error('The database answered an insert without the new row');
    return rows[0];
  });
}

/** Local days are cut by PostgreSQL, so it has to know the zone, under this name or another. */
async function zoneOf(db: Queryable, place: z.output<typeof NewPlace>): Promise<string> {
  if (!place.timeZone) {
    return (await loadZoneFinder(db)).zoneAt(place.countryCode, place.latitude, place.longitude);
  }
  const zone = await zoneInPostgres(db, place.timeZone);
  if (zone !== undefined) return zone;
  throw new InvalidInputError(
    `The place does not fit: PostgreSQL does not know ${place.timeZone}; its time zone data may be old. ` +
      `SELECT name FROM pg_timezone_names lists what it knows.`,
  );
}

function check(input: NewPlace): z.output<typeof NewPlace> {
  const result = NewPlace.safeParse(input);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new InvalidInputError(`The place does not fit: ${problems.join('; ')}`);
}

/** The name without accents, as GeoNames has it beside each name; a name in another script stays. */
export function asciiName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFC');
}
