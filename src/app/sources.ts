import type { Pool } from 'pg';
import type { Config } from '../config/load.js';
import type { Logger } from '../logger.js';
import { startDemoUpstream } from '../sources/demo/server.js';
import { Governor } from '../sources/governor/governor.js';
import { archiveLimits, quotaLimits } from '../sources/governor/limits.js';
import { openMeteo } from '../sources/open-meteo/client.js';
import { HOURLY_VARIABLES } from '../sources/open-meteo/variables.js';
import { archiveWeight } from '../sources/open-meteo/weight.js';
import { openWeatherMap } from '../sources/openweathermap/client.js';
import type { WeatherArchive, WeatherSource } from '../sources/source.js';

/** Whom the jobs ask, each behind its gate. */
export interface Sources {
  source: WeatherSource;
  archive: WeatherArchive;
  governor: Governor;
  archiveGovernor: Governor;
  weighArchive: (days: number) => number;
  stop(): Promise<void>;
}

/** The upstreams of the settings; for the demo a simulator on loopback, asked by the same clients. */
export async function openSources(pool: Pool, config: Config, logger: Logger): Promise<Sources> {
  const demo = config.demo ? await startDemoUpstream({ logger }) : null;
  const meteo = openMeteo({
    url: demo?.url ?? config.OPEN_METEO_URL,
    archiveUrl: demo?.url ?? config.OPEN_METEO_ARCHIVE_URL,
    name: demo ? 'DEMO' : 'OPEN_METEO',
    logger,
  });
  const source = config.source === 'OPEN_METEO' ? meteo : weatherMap(config, demo?.url, logger);
  const limits = quotaLimits(config);
  return {
    source,
    archive: meteo,
    governor: new Governor(pool, source.name, limits[source.name]),
    archiveGovernor: new Governor(pool, meteo.name, archiveLimits(limits, meteo.name, source.name)),
    weighArchive,
    stop: () => demo?.stop() ?? Promise.resolve(),
  };
}

/** What one call of the archive over so many days counts with its quota. */
export function weighArchive(days: number): number {
  return archiveWeight(HOURLY_VARIABLES.length, days, 1);
}

function weatherMap(config: Config, demoUrl: string | undefined, logger: Logger): WeatherSource {
  return openWeatherMap({
    baseUrl: demoUrl ?? config.OPENWEATHERMAP_URL,
    apiKey: demoUrl ? 'the-simulator-takes-any-key' : (config.OPENWEATHERMAP_API_KEY ?? ''),
    name: demoUrl ? 'DEMO' : 'OPENWEATHERMAP',
    logger,
  });
}
