import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { chooseLauncher } from './account.js';
import { findBinaries, prepareBinaries, type Binaries } from './binaries.js';
import { checkCluster, createCluster, removeUnfinished } from './cluster.js';
import { directoryError } from './errors.js';
import { serverEnvironment } from './launcher.js';
import { clearLeftover } from './leftover.js';
import { lockDataDirectory } from './owner-lock.js';
import { ensureOwned } from './ownership.js';
import { databasePassword } from './password.js';
import { pruneLogs } from './server-log.js';
import { startServer, type Server, type Site } from './server.js';
import type { EmbeddedOptions } from './settings.js';
import { signalSender } from './shutdown.js';

export { DataDirectoryInUseError, EmbeddedDatabaseError } from './errors.js';
export type { EmbeddedOptions } from './settings.js';

export interface EmbeddedDatabase {
  /** Holds the password: never to be logged. */
  connectionString: string;
  /** Disconnects everybody, stops the server and frees the data directory. Harmless to repeat. */
  stop(): Promise<void>;
  /** Is told, in a sentence, when the server has ended without being asked to. */
  onExit(listener: (reason: string) => void): void;
}

const PRUNE_EVERY_MS = 60_000;

/**
 * Starts the PostgreSQL that comes with the program on a data directory, which is prepared first if it is new,
 * and cleaned up if its last owner was killed. Returns when it answers.
 * @throws DataDirectoryInUseError when a live process owns the directory
 * @throws EmbeddedDatabaseError for all that stands in the way, with directory and remedy
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const binaries = await findBinaries();
  try {
    await mkdir(options.dataDir, { recursive: true });
    const dataDir = await realpath(options.dataDir);
    // Before anything is touched.
    await checkCluster(path.join(dataDir, 'postgres'), binaries.major);
    const unlock = await lockDataDirectory(dataDir, options.logger);
    try {
      const site = await prepare(dataDir, binaries, options);
      return running(await startServer(site), site, unlock);
    } catch (error) {
      await unlock();
      throw error;
    }
  } catch (error) {
    throw directoryError(path.resolve(options.dataDir), error);
  }
}

/** Everything up to the server's start: the directory is ours alone now. */
async function prepare(dataDir: string, binaries: Binaries, options: EmbeddedOptions): Promise<Site> {
  const { logger, durable = true } = options;
  const cluster = path.join(dataDir, 'postgres');
  const env = serverEnvironment(await prepareBinaries(binaries, path.join(dataDir, 'lib')));
  const launcher = await chooseLauncher(dataDir, cluster, binaries.postgres, env);
  const send = signalSender(launcher, binaries.pgCtl);
  await removeUnfinished(dataDir);
  const exists = await checkCluster(cluster, binaries.major);
  const password = await databasePassword(dataDir, exists);
  if (exists) {
    await ensureOwned(cluster, launcher.account);
    await clearLeftover(cluster, send, logger);
    await pruneLogs(cluster);
  } else {
    logger.info({ dataDir }, 'Preparing a new embedded PostgreSQL');
    await createCluster(cluster, binaries, launcher, password, durable);
  }
  return { cluster, password, binaries, launcher, send, logger, options };
}

function running(server: Server, site: Site, unlock: () => Promise<void>): EmbeddedDatabase {
  const prune = setInterval(() => {
    pruneLogs(site.cluster).catch((error: unknown) => {
      site.logger.warn({ err: error }, 'Old log files of the embedded PostgreSQL cannot be removed');
    });
  }, PRUNE_EVERY_MS).unref();
  let stopping: Promise<void> | undefined;
  const stop = async () => {
    clearInterval(prune);
    await server.stop();
    await unlock();
  };
  const died = new Promise<string>((resolve) => {
    void server.whenEnded.then(async (how) => {
      if (stopping !== undefined) return;
      resolve(`The embedded PostgreSQL ended by itself (${how}); it said:\n${await server.said()}`);
    });
  });
  return {
    connectionString: server.connectionString,
    stop: () => (stopping ??= stop()),
    onExit: (listener) => void died.then(listener),
  };
}
