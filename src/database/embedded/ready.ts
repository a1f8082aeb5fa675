import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { messageOf } from '../../errors.js';
import type { Logger } from '../../logger.js';

const PAUSE_MS = 40;
/** Recovery after a crash may take minutes; say so this often. */
const SAY_EVERY_MS = 10_000;

/** 57P03 cannot_connect_now: starting up or recovering. The others: not listening yet, or slow to answer. */
const NOT_YET = /^(57P03|ECONNREFUSED|ECONNRESET|ETIMEDOUT)$/;

/**
 * Connects to a starting server, as soon as it lets us.
 * @param ended what became of the server's process, once it has ended: then waiting is over
 * @throws what the server answered, if it is anything but "not yet"
 */
export async function connectWhenReady(
  connectionString: string,
  ended: () => string | undefined,
  logger: Logger,
): Promise<pg.Client | undefined> {
  for (let waited = 0; ended() === undefined; waited += PAUSE_MS) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
    client.on('error', (error) =>
      logger.warn({ err: error }, 'A connection to the embedded PostgreSQL broke'),
    );
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => undefined);
      if (!isNotYet(error)) throw error;
      if (waited > 0 && waited % SAY_EVERY_MS === 0) {
        logger.info({ reason: messageOf(error) }, 'Waiting for the embedded PostgreSQL to be ready');
      }
    }
    await sleep(PAUSE_MS);
  }
  return undefined;
}

function isNotYet(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined ? /timeout|terminated unexpectedly/i.test(error.message) : NOT_YET.test(code);
}

/** Makes the database unless it is there. */
export async function ensureDatabase(client: pg.Client, name: string): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
}
