import type { Place } from '../../domain/observation.js';
import type { SourceName } from '../../domain/source.js';
import type { Logger } from '../../logger.js';
import { upstream } from '../http.js';
import { outcomeOf, type SourceHints } from '../outcome.js';
import type { CallOutcome, WeatherForecasts, WeatherSource } from '../source.js';
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
 * OpenWeatherMap's current weather, and its forecast of 5 days in steps of 3 hours. Asked by coordinates, as its ids, names and batch call are deprecated or gone, and in
 * metric units, so that what is kept can be read as it is.
 */
export function openWeatherMap(options: OpenWeatherMapOptions): WeatherSource & WeatherForecasts {
  const { baseUrl, apiKey, name = 'OPENWEATHERMAP', deadline } = options;
  const ask = upstream({ baseUrl, secrets: [apiKey], ...(deadline === undefined ? {} : { deadline }) });
  const hints = hintsOf(name);
  const call = async (path: string, place: Place, signal?: AbortSignal): Promise<CallOutcome> => {
    const parameters = {
      lat: coordinate(place.latitude),
      lon: coordinate(place.longitude),
      appid: apiKey,
      units: 'metric',
    };
    const outcome = outcomeOf(await ask(path, parameters, signal), place, hints);
    options.logger.debug({ source: name, cityId: place.cityId, outcome: outcome.kind }, 'asked upstream');
    return outcome;
  };
  return {
    name,
    current: (place, signal) => call('/data/2.5/weather', place, signal),
    forecast: (place, signal) => call('/data/2.5/forecast', place, signal),
  };
}

function hintsOf(name: SourceName): SourceHints {
  return {
    name,
    unauthorised: 'check OPENWEATHERMAP_API_KEY (a new key takes up to 2 hours to work)',
    address: 'check OPENWEATHERMAP_URL',
  };
}
