import type { Config } from '../config/load.js';
import { catchUp, ReplicaWatch } from '../database/replica.js';
import { MINUTE, SECOND } from '../domain/time.js';
import type { Logger } from '../logger.js';
import { untilReachable } from './database.js';
import { replicaUrl, type Pools } from './pools.js';

/** Watches the read replica, if this process reads from one; it does so from `start` on. */
export function watchReplica(config: Config, pools: Pools, logger: Logger): ReplicaWatch | undefined {
  return replicaUrl(config) === undefined ? undefined : new ReplicaWatch(pools.read, pools.write, logger);
}

/** Waits until the read replica, if there is one, has the tables and rows that this start saw to. */
export async function untilReplicaFollows(
  config: Config,
  pools: Pools,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  const url = replicaUrl(config);
  if (url === undefined) return;
  await untilReachable(url, logger, signal, 'read replica');
  for (let patience = 5 * SECOND; ; patience = MINUTE) {
    if (await catchUp(pools.read, pools.write, AbortSignal.any([signal, AbortSignal.timeout(patience)])))
      return;
    signal.throwIfAborted();
    logger.warn('The read replica has not replayed yet what the start wrote; waiting for it');
  }
}
