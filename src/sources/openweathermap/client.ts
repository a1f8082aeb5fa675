import type { SourceName } from '../../domain/source.js';
import type { Logger } from '../../logger.js';
import { upstream } from '../http.js';
import { outcomeOf, type SourceHints } from '../outcome.js';
import type { WeatherSource } from '../source.js';
import { coordinate } from '../place.js';

export interface OpenWeatherMapOptions {
  /** "https://api.openweathermap.org", or a stand-in. */
  baseUrl: string;
  apiKey: string;
  /** DEMO where the simulator answers in OpenWeatherMap's format. */
  name?: SourceName;
  logger: Logger;
  /** Of a whole call, milliseconds; 10 s by default. */
  deadline?: number;
}

/**
 * OpenWeatherMap's current weather. Asked by coordinates, as its ids, names and batch call are deprecated or gone, and in
 * metric units, so that what is kept can be read as it is.
 */
export function openWeatherMap(options: OpenWeatherMapOptions): WeatherSource {
  const { baseUrl, apiKey, name = 'OPENWEATHERMAP', deadline } = options;
  const ask = upstream({ baseUrl, secrets: [apiKey], ...(deadline === undefined ? {} : { deadline }) });
  const hints = hintsOf(name);
  return {
    name,
    async current(place, signal) {
      const parameters = {
        lat: coordinate(place.latitude),
        lon: coordinate(place.longitude),
        appid: apiKey,
        units: 'metric',
      };
      const outcome = outcomeOf(await ask('/data/2.5/weather', parameters, signal), place, hints);
      options.logger.debug({ source: name, cityId: place.cityId, outcome: outcome.kind }, 'asked upstream');
      return outcome;
    },
  };
}

function hintsOf(name: SourceName): SourceHints {
  return {
    name,
    unauthorised: 'check OPENWEATHERMAP_API_KEY (a new key takes up to 2 hours to work)',
    address: 'check OPENWEATHERMAP_URL',
  };
}
