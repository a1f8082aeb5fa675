import type { Config } from '../../config/load.js';
import { number } from '../output/text.js';
import { ok, warn, type Finding } from './finding.js';

/** Where weather comes from, by settings that could be read. */
export function weatherSource(config: Config): Finding {
  if (config.source === 'OPENWEATHERMAP') {
    const { CALLS_PER_MINUTE: minute, CALLS_PER_MONTH: month } = config;
    const limits = `at most ${number(minute)} calls a minute, ${number(month)} a month`;
    return ok('source', `OpenWeatherMap; its key is set; ${limits}`);
  }
  if (config.source === 'OPEN_METEO') return ok('source', 'Open-Meteo: needs no key; for non-commercial use');
  const says = 'simulated weather: the demo';
  if (config.WEATHER_SOURCE === 'demo') return ok('source', `${says}, as WEATHER_SOURCE says`);
  const advice = 'For real weather set OPENWEATHERMAP_API_KEY, or WEATHER_SOURCE=open-meteo.';
  // Somebody's first look is in order; a database of one's own says that real weather is meant.
  return config.DATABASE_URL === undefined
    ? ok('source', `${says}, as neither a key nor a source is set. ${advice}`)
    : warn('source', `${says}, although DATABASE_URL is set`, advice);
}
