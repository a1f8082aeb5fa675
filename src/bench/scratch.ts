import { chmod, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from '../database/embedded/index.js';
import { migrate } from '../database/migrate.js';
import type { Logger } from '../logger.js';

export interface Scratch {
  connectionString: string;
  /** For files; gone with the database. */
  directory: string;
}

/** Measures on an empty warehouse, in an embedded PostgreSQL with durable settings that is removed afterwards. */
export async function onScratchDatabase(
  logger: Logger,
  measure: (scratch: Scratch) => Promise<void>,
): Promise<void> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'weather-bench-'));
  await chmod(directory, 0o755);
  const database = await startEmbedded({ dataDir: directory, logger });
  try {
    const { connectionString } = database;
    await migrate(connectionString, logger);
    await measure({ connectionString, directory });
  } finally {
    await database.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
