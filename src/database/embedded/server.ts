import { once } from 'node:events';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../logger.js';
import type { Binaries } from './binaries.js';
import { DATABASE_NAME, DATABASE_USER } from './cluster.js';
import { EmbeddedDatabaseError, remedyFor } from './errors.js';
import { freePort } from './free-port.js';
import { keepTail, launch, type Launcher } from './launcher.js';
import { clusterName, endOrphans } from './leftover.js';
import { connectWhenReady, ensureDatabase } from './ready.js';
import { logTail } from './server-log.js';
import { serverArguments, type EmbeddedOptions } from './settings.js';
import { shutDown, type SendSignal } from './shutdown.js';
import { startWatchdog } from './watchdog.js';

/** All that starting a server takes. */
export interface Site {
  cluster: string;
  password: string;
  binaries: Binaries;
  launcher: Launcher;
  send: SendSignal;
  logger: Logger;
  options: Pick<EmbeddedOptions, 'durable' | 'port' | 'settings'>;
}

/** A PostgreSQL server process. */
export interface Server {
  connectionString: string;
  /** How the process ended, once it has. */
  ended(): string | undefined;
  /** Comes true when the process has ended, with how: "exit code 1". */
  whenEnded: Promise<string>;
  /** The end of what it printed and logged. */
  said(): Promise<string>;
  /** Stops it, if it still runs, and waits for its end. */
  stop(): Promise<void>;
}

/** Another start helps against these: the last session of a killed server is ending; the port was just taken. */
const PASSING = /pre-existing shared memory block|could not bind|could not create any TCP\/IP sockets/;
const MAX_STARTS = 40;
const PAUSE_MS = 250;

/**
 * Starts the server and waits until it answers and has our database.
 * @throws EmbeddedDatabaseError with the end of the server's own log
 */
export async function startServer(site: Site): Promise<Server> {
  for (let starts = 1; ; starts += 1) {
    const server = await spawnServer(site);
    if (await becomesReady(server, site)) return server;
    const [how, said] = [await server.whenEnded, await server.said()];
    if (starts === MAX_STARTS || !PASSING.test(said)) {
      const log = said === '' ? 'it said nothing' : `it said:\n${said}\n`;
      throw new EmbeddedDatabaseError(
        `PostgreSQL in ${site.cluster} ended while starting (${how}); ${log}${remedyFor(said)}`,
      );
    }
    await endOrphans(site.cluster, site.send, site.logger);
    await sleep(PAUSE_MS);
  }
}

async function becomesReady(server: Server, site: Site): Promise<boolean> {
  const maintenance = new URL(server.connectionString);
  maintenance.pathname = 'postgres';
  try {
    const client = await connectWhenReady(maintenance.href, () => server.ended(), site.logger);
    if (client === undefined) return false;
    await ensureDatabase(client, DATABASE_NAME).finally(() => client.end());
    return true;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function spawnServer(site: Site): Promise<Server> {
  const { cluster, launcher, logger } = site;
  const { port: chosen = 0 } = site.options;
  const port = chosen > 0 ? chosen : await freePort();
  const since = new Date();
  const watchdog = startWatchdog(clusterName(cluster), logger);
  const args = serverArguments(cluster, port, site.options);
  const child = launch(launcher, site.binaries.postgres, args, ['ignore', 'ignore', 'pipe']);
  if (child.pid !== undefined) watchdog.watch(child.pid);
  const printed = keepTail(child);
  const closed = once(child, 'close').catch(() => undefined);
  // The server must not keep a program alive that is otherwise done.
  child.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
  let ended: string | undefined;
  const whenEnded = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${String(code)}`));
  }).then((how) => {
    // The number of an ended process may soon be another's: nobody may be sent after it.
    watchdog.release();
    return (ended = how);
  });
  return {
    connectionString: `postgresql://${DATABASE_USER}:${site.password}@127.0.0.1:${port}/${DATABASE_NAME}`,
    ended: () => ended,
    whenEnded,
    said: async () => {
      // Its log writer may need a moment longer, but sessions that outlive it must not hold us up.
      await Promise.race([closed, sleep(1_000)]);
      return [printed(), await logTail(cluster, since).catch(() => '')]
        .filter((text) => text !== '')
        .join('\n');
    },
    stop: async () => {
      child.ref();
      if (child.pid !== undefined && ended === undefined) await shutDown(child.pid, site.send, logger);
      await whenEnded;
    },
  };
}
