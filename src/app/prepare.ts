import type { Pool } from 'pg';
import { importCatalogue } from '../catalogue/import.js';
import { settleTimeZones } from '../catalogue/time-zones.js';
import { seedTracking } from '../catalogue/tracking.js';
import type { Config } from '../config/load.js';
import type { PrismaClient } from '../database/client/client.js';
import { migrate } from '../database/migrate.js';
import { prismaOn } from '../database/pool.js';
import { UserFacingError } from '../errors.js';
import type { Logger } from '../logger.js';

const OLDEST_POSTGRES = 150_000;

/** Brings a database that answers to the state the program works on: tables, catalogue, cities to follow. */
export async function prepareWarehouse(
  pool: Pool,
  url: string,
  config: Config,
  logger: Logger,
): Promise<void> {
  await refuseOldServer(pool);
  await migrate(url, logger);
  await keepDemoApart(prismaOn(pool), config.demo);
  await importCatalogue(pool, logger);
  await settleTimeZones(pool, logger);
  const { source, TRACK, FETCH_INTERVAL_MINUTES: intervalMinutes } = config;
  const seeded = await seedTracking(pool, TRACK, { source, intervalMinutes, by: 'startup' });
  await followWith(prismaOn(pool), source, logger);
  const unknown = [...(seeded?.unknownIds ?? []), ...(seeded?.emptyCountries ?? [])];
  if (unknown.length > 0)
    logger.warn({ unknown }, 'TRACK names cities or countries that the catalogue does not have');
}

/** One source is live at a time: cities followed with another one before are asked of the present one. */
async function followWith(prisma: PrismaClient, source: Config['source'], logger: Logger): Promise<void> {
  const { count } = await prisma.trackedCity.updateMany({
    where: { source: { not: source } },
    data: { source },
  });
  if (count > 0)
    logger.warn({ cities: count, source }, 'WEATHER_SOURCE changed: cities are asked of it from now on');
}

async function refuseOldServer(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ version: string }>(
    `SELECT current_setting('server_version_num') AS version`,
  );
  const version = Number(rows[0]?.version);
  if (version >= OLDEST_POSTGRES) return;
  throw new UserFacingError(
    `PostgreSQL 15 or newer is needed; DATABASE_URL leads to ${Math.floor(version / 10_000)}.`,
  );
}

/** Simulated and real values never meet: a database is the one or the other from its first start. */
async function keepDemoApart(prisma: PrismaClient, demo: boolean): Promise<void> {
  // Of two replicas that start at once, one writes and both read.
  await prisma.setting.createMany({ data: [{ key: 'demo', value: demo }], skipDuplicates: true });
  const setting = await prisma.setting.findUniqueOrThrow({ where: { key: 'demo' } });
  if (setting.value === demo) return;
  throw new UserFacingError(
    demo
      ? 'This database holds real weather: the demo needs another one (unset DATABASE_URL, or set WEATHER_SOURCE).'
      : 'This database holds simulated weather: real weather needs another one (an empty database in DATABASE_URL).',
  );
}
