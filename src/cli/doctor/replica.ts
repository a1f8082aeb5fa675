import type { Pool } from 'pg';
import { API_LIMITS, openPool } from '../../database/pool.js';
import { catchUp, replayedBy, writtenBy } from '../../database/replica.js';
import { run, sqlFile } from '../../database/sql.js';
import { SECOND } from '../../domain/time.js';
import { messageOf, withoutCredentials } from '../../errors.js';
import type { Logger } from '../../logger.js';
import { duration, number } from '../output/text.js';
import { fail, ok, warn, type Finding } from './finding.js';

const REPLICA = sqlFile(import.meta.url, 'replica.sql');
/** Milliseconds within which a replica in health has what the primary has. */
const PATIENCE = 5 * SECOND;

export interface ReplicaFacts {
  isReplica: boolean;
  /** What all servers of one primary share. */
  system: string;
  name: string;
  holdsVacuum: boolean;
}

/** How far a replica is: milliseconds until it had what the primary had, or the bytes that were still missing. */
export type ReplicaLag = { took: number } | { missing: number };

/** Whether DATABASE_READ_URL leads to a copy of this database that follows it. */
export async function replicaFinding(primary: Pool, url: string, logger: Logger): Promise<Finding> {
  const replica = openPool(url, { ...API_LIMITS, max: 1 }, logger);
  try {
    const facts = await factsOf(replica);
    const lag = facts.isReplica ? await lagOf(replica, primary) : undefined;
    return judgeReplica(facts, await factsOf(primary), lag);
  } catch (error) {
    const advice = 'Check that the server runs, and host, port, database and password in DATABASE_READ_URL.';
    return fail('replica', withoutCredentials(messageOf(error)), advice);
  } finally {
    await replica.end();
  }
}

async function factsOf(pool: Pool): Promise<ReplicaFacts> {
  const { rows } = await run<ReplicaFacts>(pool, REPLICA);
  if (!rows[0]) throw new Error('The database answered a question about itself without a row');
  return rows[0];
}

async function lagOf(replica: Pool, primary: Pool): Promise<ReplicaLag> {
  const begun = performance.now();
  if (await catchUp(replica, primary, AbortSignal.timeout(PATIENCE)))
    return { took: performance.now() - begun };
  return { missing: (await writtenBy(primary)) - ((await replayedBy(replica)) ?? 0) };
}

export function judgeReplica(
  replica: ReplicaFacts,
  primary: ReplicaFacts,
  lag: ReplicaLag | undefined,
): Finding {
  if (replica.system !== primary.system || replica.name !== primary.name) {
    const says = 'DATABASE_READ_URL leads to a database that is no copy of the one in DATABASE_URL';
    return warn('replica', says, 'Point it to a streaming replica of that server, and to the same database.');
  }
  if (lag === undefined) {
    const says = 'DATABASE_READ_URL leads to the primary itself';
    return warn('replica', says, 'Leave it out, or point it to a replica: so it spares the primary nothing.');
  }
  if ('missing' in lag) {
    const says = `${number(lag.missing / 1e6, 1)} MB behind, and it did not get there in ${duration(PATIENCE)}`;
    return warn(
      'replica',
      says,
      'Look at pg_stat_replication and the replica’s log: its answers are that old.',
    );
  }
  const says = `follows; it had what the primary had after ${duration(lag.took)}`;
  if (replica.holdsVacuum) return ok('replica', says);
  const advice = 'Set hot_standby_feedback=on there, so that long reads (exports) are not cancelled.';
  return warn('replica', `${says}; hot_standby_feedback is off`, advice);
}
