import type { Logger } from '../../logger.js';
import { clusterName } from './leftover.js';

export interface EmbeddedOptions {
  /** Made if need be. Holds the database (`postgres`), its password and the lock of the running owner. */
  dataDir: string;
  logger: Logger;
  /** False only for tests: quicker, but a power cut destroys the database. Default true. */
  durable?: boolean;
  /** TCP port; a free one when absent or 0. */
  port?: number;
  /** PostgreSQL settings that differ from ours, by name. */
  settings?: Record<string, string>;
}

/** For a machine shared with other programs: a quarter of a gigabyte at most while idle. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // A socket's path may have 100 characters only, and /tmp is everybody's.
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '160MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  effective_cache_size: '1GB',
  // For solid-state disks; the default of 4 is for spinning ones.
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Its own log, in a folder of the database: nobody has to read a pipe, so it survives us.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%Y-%m-%dT%H%M%S.log',
  log_rotation_size: '10MB',
  log_rotation_age: '1d',
  log_checkpoints: 'off',
};

/** Said outright: nothing in the data directory may turn durability off. */
const DURABLE = { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' };
const THROW_AWAY = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The server's command line. Settings given there win over any in files. */
export function serverArguments(
  cluster: string,
  port: number,
  options: Pick<EmbeddedOptions, 'durable' | 'settings'>,
): string[] {
  const settings = {
    ...SETTINGS,
    ...(options.durable === false ? THROW_AWAY : DURABLE),
    ...options.settings,
    port: String(port),
    cluster_name: clusterName(cluster),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
