import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Config } from '../config/load.js';
import { startEmbedded } from '../database/embedded/index.js';
import { SECOND } from '../domain/time.js';
import { messageOf, withoutCredentials } from '../errors.js';
import type { Logger } from '../logger.js';

export interface Database {
  url: string;
  /** "embedded PostgreSQL in ./data/demo", or host and name without credentials. */
  description: string;
  stop(): Promise<void>;
  /** Told when an embedded server dies by itself. */
  onExit(listener: (reason: string) => void): void;
}

/** The configured PostgreSQL, or an embedded one. */
export async function openDatabase(config: Config, logger: Logger): Promise<Database> {
  if (config.DATABASE_URL) {
    const { host, pathname } = new URL(config.DATABASE_URL);
    return {
      url: config.DATABASE_URL,
      description: `PostgreSQL at ${host}${pathname}`,
      stop: () => Promise.resolve(),
      onExit: () => undefined,
    };
  }
  const embedded = await startEmbedded({
    dataDir: config.dataDir,
    port: config.DATABASE_PORT,
    logger,
  });
  return {
    url: embedded.connectionString,
    description: `embedded PostgreSQL in ${config.dataDir}`,
    stop: () => embedded.stop(),
    onExit: (listener) => embedded.onExit(listener),
  };
}

/** Between two tries at most, so that the start goes on soon after the database is there. */
const LONGEST_PAUSE = 3 * SECOND;
/** Between two log lines that say the same. */
const REPEATED_AFTER = 30 * SECOND;

/**
 * Waits until a database answers, with growing pauses, and says so now and then; ends early when stopped.
 * @param what how the log calls it
 */
export async function untilReachable(
  url: string,
  logger: Logger,
  signal: AbortSignal,
  what = 'database',
): Promise<void> {
  let said = { problem: '', at: 0 };
  for (let pause = SECOND / 2; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    signal.throwIfAborted();
    const problem = await probe(url);
    if (problem === null) return;
    const now = performance.now();
    if (problem !== said.problem || now - said.at > REPEATED_AFTER) {
      logger.warn(`The ${what} does not answer (${problem}); trying again every few seconds`);
      said = { problem, at: now };
    }
    await sleep(pause, undefined, { signal });
  }
}

/** @returns why the database does not answer, or null */
async function probe(connectionString: string): Promise<string | null> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5 * SECOND });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return null;
  } catch (error) {
    return withoutCredentials(messageOf(error));
  } finally {
    await client.end().catch(() => undefined);
  }
}
