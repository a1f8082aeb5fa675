import type { Pool } from 'pg';
import type { Config } from '../config/load.js';
import { MINUTE } from '../domain/time.js';
import type { Logger } from '../logger.js';
import { observeSource } from '../monitoring/sources.js';
import { MODEL_STEP } from '../sources/demo/current.js';
import { startDemoUpstream } from '../sources/demo/server.js';
import { Governor } from '../sources/governor/governor.js';
import { archiveLimits, quotaLimits } from '../sources/governor/limits.js';
import { openMeteo } from '../sources/open-meteo/client.js';
import { weighArchive } from '../sources/open-meteo/weight.js';
import { openWeatherMap } from '../sources/openweathermap/client.js';
import type { WeatherArchive, WeatherForecasts, WeatherSource } from '../sources/source.js';
import type { Monitoring } from './monitoring.js';

/** Whom the jobs ask, each behind its gate. */
export interface Sources {
  source: WeatherSource;
  archive: WeatherArchive;
  /** Undefined when they are off. */
  forecasts: { source: WeatherForecasts; intervalMinutes: number } | undefined;
  governor: Governor;
  archiveGovernor: Governor;
  weighArchive: (days: number) => number;
  stop(): Promise<void>;
}

/** Simulated weather moves on as often as it is asked for, so that one can watch it; at least every ten minutes. */
const demoStep = ({ FETCH_INTERVAL_MINUTES: minutes }: Config): number =>
  Math.min(minutes * MINUTE, MODEL_STEP);

/** The upstreams of the settings; for the demo a simulator on loopback, asked by the same clients. */
export async function openSources(
  pool: Pool,
  config: Config,
  logger: Logger,
  monitoring?: Pick<Monitoring, 'metrics' | 'tracing'>,
): Promise<Sources> {
  const demo = config.demo ? await startDemoUpstream({ logger, modelStep: demoStep(config) }) : null;
  const observed = <Source extends Parameters<typeof observeSource>[0]>(
    source: Source,
    url: string,
  ): Source => (monitoring ? observeSource(source, new URL(demo?.url ?? url).hostname, monitoring) : source);
  const meteoClient = openMeteo({
    url: demo?.url ?? config.OPEN_METEO_URL,
    archiveUrl: demo?.url ?? config.OPEN_METEO_ARCHIVE_URL,
    name: demo ? 'DEMO' : 'OPEN_METEO',
    logger,
  });
  const meteo = observed(meteoClient, config.OPEN_METEO_URL);
  const openWeather = observed(weatherMap(config, demo?.url, logger), config.OPENWEATHERMAP_URL);
  const source = config.source === 'OPEN_METEO' ? meteo : openWeather;
  const limits = quotaLimits(config);
  return {
    source,
    archive: meteo,
    forecasts:
      config.FORECASTS === 'on'
        ? { source: openWeather, intervalMinutes: config.FORECAST_INTERVAL_MINUTES }
        : undefined,
    governor: new Governor(pool, source.name, limits[source.name]),
    archiveGovernor: new Governor(pool, meteo.name, archiveLimits(limits, meteo.name, source.name)),
    weighArchive,
    stop: () => demo?.stop() ?? Promise.resolve(),
  };
}

function weatherMap(
  config: Config,
  demoUrl: string | undefined,
  logger: Logger,
): WeatherSource & WeatherForecasts {
  return openWeatherMap({
    baseUrl: demoUrl ?? config.OPENWEATHERMAP_URL,
    apiKey: demoUrl ? 'the-simulator-takes-any-key' : (config.OPENWEATHERMAP_API_KEY ?? ''),
    name: demoUrl ? 'DEMO' : 'OPENWEATHERMAP',
    logger,
  });
}
