import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** Core of the server and its database, and core of the load generator; null where processes cannot be held to one. */
export interface Cores {
  server: number | null;
  load: number | null;
}

/** Two cores apart, if there is a second one and `taskset` to hold processes to them. */
export function chooseCores(): Cores {
  const possible = os.availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;
  return possible ? { server: 0, load: 1 } : { server: null, load: null };
}

/** Holds this process to a core, and whatever it starts from then on. */
export function stayOn(core: number | null): void {
  if (core !== null) spawnSync('taskset', ['-a', '-p', '-c', String(core), String(process.pid)]);
}

export const loadAverage = (): string => (os.loadavg()[0] ?? 0).toFixed(1);

/** What results depend on besides the code. */
export async function describeMachine(database: string, cores: Cores): Promise<string> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
  await client.end();
  const processors = `${os.availableParallelism()} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}`;
  const memory = `${Math.round(os.totalmem() / 2 ** 30)} GB`;
  const pinned =
    cores.server === null
      ? 'nothing was held to a core'
      : 'server and database on one core, the load generator on another';
  return `${processors}, ${memory}, Node ${process.version}, PostgreSQL ${rows[0]?.server_version ?? '?'}; ${pinned}`;
}

/** Resident memory of a process, MB; Linux only. */
export const residentMegabytes = (pid: number): Promise<number> => statusMegabytes(pid, 'VmRSS');

/** The most resident memory that a process has while something lasts, or for so many milliseconds, MB; Linux only. */
export async function peakMegabytes(pid: number, during: number | (() => Promise<unknown>)): Promise<number> {
  // 5: what was the most so far is forgotten.
  await writeFile(`/proc/${pid}/clear_refs`, '5');
  await (typeof during === 'number' ? sleep(during) : during());
  return statusMegabytes(pid, 'VmHWM');
}

async function statusMegabytes(pid: number, name: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? NaN) / 1024);
}
