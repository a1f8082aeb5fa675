import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../../config/load.js';
import { number } from '../output/text.js';
import { fail, ok, warn, type Finding } from './finding.js';

const GB = 1e9;
/** Below this the embedded server may stop within hours: its log alone takes 1 GB between two checkpoints. */
const TOO_LITTLE = GB;
/** A year of 1,344 cities, every hour, is about so much. */
const LITTLE = 5 * GB;
/** package.json's engines. */
const OLDEST_NODE = [20, 19] as const;

export function nodeVersion(version = process.versions.node): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldest, oldestMinor] = OLDEST_NODE;
  if (major > oldest || (major === oldest && minor >= oldestMinor)) return ok('node', `Node ${version}`);
  return fail('node', `Node ${version} is too old`, `Install Node ${oldest}.${oldestMinor} or newer.`);
}

/** Space where the data directory is, or will be. The disk of a database elsewhere cannot be seen from here. */
export async function diskSpace(config: Pick<Config, 'dataDir' | 'DATABASE_URL'>): Promise<Finding> {
  const { bavail, bsize } = await statfs(existing(config.dataDir));
  return judgeSpace(bavail * bsize, config);
}

export function judgeSpace(
  free: number,
  { dataDir, DATABASE_URL }: Pick<Config, 'dataDir' | 'DATABASE_URL'>,
): Finding {
  const says = `${number(free / GB, 1)} GB free at ${dataDir}`;
  if (DATABASE_URL !== undefined)
    return ok('disk', `${says}; the database's own disk cannot be seen from here`);
  const advice = 'Make room, set RETENTION_DAYS_PAYLOADS, or move DATA_DIR to a larger disk.';
  if (free < TOO_LITTLE) return fail('disk', says, advice);
  return free < LITTLE ? warn('disk', says, advice) : ok('disk', says);
}

/** The directory, or the nearest one above it that is there. */
function existing(directory: string): string {
  return existsSync(directory) ? directory : existing(path.dirname(directory));
}
