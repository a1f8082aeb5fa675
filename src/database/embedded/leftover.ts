import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Logger } from '../../logger.js';
import { findProcesses, lookAt } from './processes.js';
import { shutDown, type SendSignal } from './shutdown.js';

/**
 * The name PostgreSQL puts into the command line of each of its processes, so that those of this data
 * directory can be told from any other's without special rights.
 */
export function clusterName(cluster: string): string {
  return `weather-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`;
}

/**
 * Makes way for a new server after a kill: stops one that outlived its owner (perhaps it is stopping already)
 * and removes the pid file of one that did not. Only for the owner of the data directory.
 */
export async function clearLeftover(cluster: string, send: SendSignal, logger: Logger): Promise<void> {
  // There PostgreSQL's own check has to do: command lines cannot be seen without further programs.
  if (process.platform === 'win32') return;
  const pidFile = path.join(cluster, 'postmaster.pid');
  const content = await readFile(pidFile, 'utf8').catch(() => undefined);
  if (content === undefined) return;
  const pid = Number.parseInt(content, 10);
  if (Number.isInteger(pid) && (await isServerOf(cluster, pid))) {
    logger.warn({ pid }, 'Stopping a PostgreSQL server that its killed owner left behind');
    await shutDown(pid, send, logger);
  }
  // PostgreSQL would do so itself, unless another process has the number by now or the dead one is a zombie.
  await rm(pidFile, { force: true });
}

async function isServerOf(cluster: string, pid: number): Promise<boolean> {
  const command = (await lookAt(pid))?.command ?? '';
  // Started by us, or by hand with pg_ctl.
  return command.includes(`cluster_name=${clusterName(cluster)}`) || `${command} `.includes(`-D ${cluster} `);
}

/**
 * Ends sessions that outlived their server: after kill -9 of the server alone they notice only between
 * queries, and PostgreSQL rightly refuses to start before the last one is gone.
 */
export async function endOrphans(cluster: string, send: SendSignal, logger: Logger): Promise<void> {
  const title = `postgres: ${clusterName(cluster)}: `;
  const orphans = await findProcesses((command) => command.startsWith(title));
  if (orphans.length > 0)
    logger.warn({ pids: orphans }, 'Ending sessions of a PostgreSQL server that was killed');
  await Promise.all(orphans.map((pid) => send(pid, 'SIGKILL')));
}
