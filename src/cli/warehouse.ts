import type { Pool } from 'pg';
import { openDatabase, untilReachable } from '../app/database.js';
import { prepareWarehouse } from '../app/prepare.js';
import type { Config } from '../config/load.js';
import { attachEmbedded } from '../database/embedded/attach.js';
import { DataDirectoryInUseError } from '../database/embedded/index.js';
import { JOB_LIMITS, openPool } from '../database/pool.js';
import type { Logger } from '../logger.js';

export interface OpenWarehouse {
  pool: Pool;
  close(): Promise<void>;
}

/** The warehouse of the settings for a command: the database a running program has open, or one opened for it. */
export async function openWarehouse(config: Config, logger: Logger): Promise<OpenWarehouse> {
  const database = await openDatabase(config, logger).catch(async (error: unknown) => {
    if (!(error instanceof DataDirectoryInUseError)) throw error;
    return { url: await attachEmbedded(config.dataDir), stop: () => Promise.resolve() };
  });
  const pool = openPool(database.url, JOB_LIMITS, logger);
  await untilReachable(database.url, logger, AbortSignal.timeout(30_000));
  await prepareWarehouse(pool, database.url, config, logger);
  return {
    pool,
    close: async () => {
      await pool.end();
      await database.stop();
    },
  };
}
