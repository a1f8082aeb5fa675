import type { Pool } from 'pg';
import { durabilityRisk, readDurability, type Durability } from '../../database/durability.js';
import { standingOf } from '../../database/migrate.js';
import { run, sqlFile } from '../../database/sql.js';
import { MINUTE, SECOND } from '../../domain/time.js';
import { duration, number } from '../output/text.js';
import { fail, ok, warn, type Finding } from './finding.js';

const SERVER = sqlFile(import.meta.url, 'server.sql');
const OLDEST = 150_000;

export interface ServerFacts {
  version: string;
  /** 180004 for 18.4. */
  number: number;
  bytes: number;
  isReadOnly: boolean;
}

/** Version, durability and clock of a server that answers. */
export async function serverFindings(pool: Pool): Promise<Finding[]> {
  const { rows } = await run<ServerFacts>(pool, SERVER);
  const [facts] = rows;
  if (!facts) throw new Error('The database answered a question about itself without a row');
  return [versionOf(facts), durabilityOf(await readDurability(pool)), judgeClock(await clockOffset(pool))];
}

export function versionOf({ version, number: release, bytes, isReadOnly }: ServerFacts): Finding {
  const says = `PostgreSQL ${version}; ${number(bytes / 1e6)} MB are stored`;
  if (release < OLDEST) return fail('database', says, 'Use PostgreSQL 15 or newer.');
  if (isReadOnly)
    return fail('database', `${says}; it is read-only`, 'Point DATABASE_URL to the primary server.');
  return ok('database', says);
}

export function durabilityOf(durability: Durability): Finding {
  const risk = durabilityRisk(durability);
  if (risk === null)
    return ok(
      'durability',
      `fsync and full_page_writes on, synchronous_commit ${durability.synchronousCommit}`,
    );
  return risk.everything
    ? fail('durability', risk.says, 'Switch on in postgresql.conf, unless all of it may be lost.')
    : warn('durability', risk.says, 'Switch it on, unless the last calls may be lost.');
}

/** Milliseconds that this machine's clock is ahead of the database's, to the half of a round trip. */
async function clockOffset(pool: Pool): Promise<number> {
  const before = Date.now();
  const { rows } = await pool.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  const middle = (before + Date.now()) / 2;
  return middle - +(rows[0]?.now ?? middle);
}

/**
 * Schedules follow the database's clock; the instant of a fetch is this machine's, and what is more than five minutes
 * in its future is refused.
 */
export function judgeClock(offset: number): Finding {
  const says = `this clock is ${duration(Math.abs(offset))} ${offset < 0 ? 'behind' : 'ahead of'} the database's`;
  const advice = 'Let both machines keep time by NTP.';
  if (Math.abs(offset) > 4 * MINUTE) return fail('clock', says, advice);
  return Math.abs(offset) > 5 * SECOND ? warn('clock', says, advice) : ok('clock', says);
}

/** Whether the tables are those of this version of the program. */
export async function schemaFinding(pool: Pool): Promise<Finding> {
  const { missing, unknown } = await standingOf(pool);
  if (unknown.length > 0)
    return fail(
      'schema',
      `a newer version of the program made it: ${unknown.join(', ')}`,
      'Start that version, or restore a backup from before the upgrade into an empty database.',
    );
  if (missing.length === 0) return ok('schema', 'up to date');
  const says = `${missing.length} migrations are not applied: ${missing.join(', ')}`;
  return warn('schema', says, 'Start the program, or any other command: it brings the schema up to date.');
}
