import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import type { Config } from '../../config/load.js';
import { JOB_LIMITS, openPool } from '../../database/pool.js';
import { messageOf, withoutCredentials } from '../../errors.js';
import type { Logger } from '../../logger.js';
import { openForCommand } from '../session.js';
import { fail, warn, type Finding } from './finding.js';
import { diskSpace, nodeVersion } from './machine.js';
import { onlineFinding } from './online.js';
import { replicaFinding } from './replica.js';
import { schemaFinding, serverFindings } from './server.js';
import { weatherSource } from './settings.js';
import { warehouseFindings } from './warehouse.js';

/**
 * Looks at everything, and changes nothing: no migration, no catalogue. What cannot be looked at is a finding, too.
 * @param online whether to make one upstream call
 */
export async function examine(config: Config, logger: Logger, online: boolean): Promise<Finding[]> {
  return [
    nodeVersion(),
    weatherSource(config),
    await diskSpace(config),
    ...(await databaseFindings(config, logger, online)),
  ];
}

async function databaseFindings(config: Config, logger: Logger, online: boolean): Promise<Finding[]> {
  if (config.DATABASE_URL === undefined && !existsSync(path.join(config.dataDir, 'postgres'))) {
    const says = `the embedded database in ${config.dataDir} is not there yet`;
    return [warn('database', says, 'Start the program, or any other command: it prepares one.')];
  }
  try {
    const database = await openForCommand(config, logger);
    const pool = openPool(database.url, JOB_LIMITS, logger);
    try {
      return await inDatabase(pool, config, logger, online);
    } finally {
      await pool.end();
      await database.stop();
    }
  } catch (error) {
    const advice = config.DATABASE_URL
      ? 'Check that the server runs, and host, port, database and password in DATABASE_URL.'
      : 'Mend what the sentence names; the data directory is DATA_DIR.';
    return [fail('database', withoutCredentials(messageOf(error)), advice)];
  }
}

async function inDatabase(pool: Pool, config: Config, logger: Logger, online: boolean): Promise<Finding[]> {
  const findings = await serverFindings(pool);
  if (config.DATABASE_READ_URL !== undefined)
    findings.push(await replicaFinding(pool, config.DATABASE_READ_URL, logger));
  const schema = await schemaFinding(pool);
  findings.push(schema);
  if (schema.level !== 'ok') return findings;
  findings.push(...(await warehouseFindings(pool, config)));
  if (online) findings.push(await onlineFinding(pool, config, logger));
  return findings;
}
