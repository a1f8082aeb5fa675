import type { Pool } from 'pg';
import { openDatabase, untilReachable } from '../app/database.js';
import { prepareWarehouse } from '../app/prepare.js';
import { loadConfig, type Config } from '../config/load.js';
import { attachEmbedded } from '../database/embedded/attach.js';
import { DataDirectoryInUseError } from '../database/embedded/index.js';
import { JOB_LIMITS, openPool, type PoolLimits } from '../database/pool.js';
import { SECOND } from '../domain/time.js';
import { createLogger, type Logger } from '../logger.js';
import { InterruptedError, type ExitCode } from './exit-codes.js';
import { interrupted } from './interrupt.js';

/** Options that commands have in common. */
export interface CommonOptions {
  json?: boolean;
  /** The real weather's database, though no key is set; for what makes no calls. */
  real?: boolean;
}

/** What a command works with. */
export interface Session {
  config: Config;
  logger: Logger;
  pool: Pool;
  url: string;
  /** Whether this command started the database itself: then no program works on it. */
  isAlone: boolean;
  json: boolean;
  /** Aborted by Ctrl-C. */
  interrupt: AbortSignal;
}

/** Milliseconds that a database may take to answer. */
const PATIENCE = 30 * SECOND;

/** Does a command's work on the warehouse of the settings, and sets the exit code that it answers. */
export function inWarehouse(
  options: CommonOptions,
  task: (session: Session) => Promise<ExitCode>,
): Promise<void> {
  return inDatabase(options, JOB_LIMITS, async (session) => {
    await prepareWarehouse(session.pool, session.url, session.config, session.logger);
    if (session.interrupt.aborted) throw new InterruptedError('Interrupted before anything was begun.');
    return task(session);
  });
}

/** The same on the database as it is: without tables, or with those of an older program. */
export async function inDatabase(
  options: CommonOptions,
  limits: PoolLimits,
  task: (session: Session) => Promise<ExitCode>,
): Promise<void> {
  // First of all: from here on Ctrl-C must find a way out that stops the database in order.
  const interrupt = interrupted();
  const config = configFor(options);
  const logger = commandLogger(config);
  const database = await openForCommand(config, logger);
  const pool = openPool(database.url, limits, logger);
  try {
    await untilReachable(database.url, logger, AbortSignal.timeout(PATIENCE));
    const { url, isAlone } = database;
    const json = options.json ?? false;
    process.exitCode = await task({ config, logger, pool, url, isAlone, json, interrupt });
  } finally {
    await pool.end();
    await database.stop();
  }
}

/** The settings of a command. Real weather never enters a demo's database, so --real means another one. */
export function configFor({ real }: CommonOptions): Config {
  return real ? loadConfig(undefined, { source: 'OPENWEATHERMAP' }) : loadConfig();
}

/** Commands print their results themselves, so that a log at its default level would only repeat them. */
export function commandLogger({ LOG_LEVEL: level }: Config): Logger {
  return createLogger(level === 'info' ? 'warn' : level);
}

export interface OpenDatabase {
  url: string;
  isAlone: boolean;
  stop(): Promise<void>;
}

/** The database that a running program has open, or the configured one, or an embedded one started for this. */
export async function openForCommand(config: Config, logger: Logger): Promise<OpenDatabase> {
  try {
    const database = await openDatabase(config, logger);
    const isAlone = config.DATABASE_URL === undefined;
    return { url: database.url, isAlone, stop: () => database.stop() };
  } catch (error) {
    if (!(error instanceof DataDirectoryInUseError)) throw error;
    return { url: await attachEmbedded(config.dataDir), isAlone: false, stop: () => Promise.resolve() };
  }
}
