import type { Config } from '../config/load.js';
import { diskIsFull } from '../database/disk-full.js';
import { NotReadyError } from '../http/health.js';
import { replicaUrl, type Pools } from './pools.js';

/**
 * Whether a process that has started can do its work now. Where jobs run the database must take writes; who only
 * answers needs no more than where it reads from, and can do so while the primary is away.
 * @throws NotReadyError with the reason
 */
export async function isReady(
  config: Pick<Config, 'ROLE' | 'DATABASE_READ_URL'>,
  pools: Pick<Pools, 'read' | 'write'>,
): Promise<boolean> {
  const reader = replicaUrl(config) === undefined ? 'database' : 'read replica';
  await answered(pools.read.query('SELECT 1'), reader);
  if (config.ROLE === 'api') return true;
  const { rows } = await answered(
    pools.write.query<{ refuses: string }>(`SELECT current_setting('transaction_read_only') AS refuses`),
    'database',
  );
  if (rows[0]?.refuses !== 'off') throw new NotReadyError('The database takes no writes: it is read-only.');
  if (await answered(diskIsFull(pools.write), 'database'))
    throw new NotReadyError('The database has no room for new weather: its disk is full.');
  return true;
}

/** A driver's message may hold what nobody outside should know. */
async function answered<T>(query: Promise<T>, what: string): Promise<T> {
  try {
    return await query;
  } catch (error) {
    throw new NotReadyError(`The ${what} does not answer.`, { cause: error });
  }
}
