import type { Config } from '../config/load.js';

export interface BannerFacts {
  url: string;
  database: string;
  /** Where the generated administrator's key lies; null when one is configured. */
  adminKeyFile: string | null;
  cities: number;
}

/** What a person wants to know when the program has started: what runs, where, on which data, what is off. */
export function banner(config: Config, facts: BannerFacts): string {
  const lines = [
    ['GraphQL', `${facts.url}/graphql`],
    ['Schema', `${facts.url}/schema.graphql`],
    ['Weather', weather(config)],
    [
      'Cities',
      `${facts.cities} followed, each asked for every ${config.FETCH_INTERVAL_MINUTES} minutes unless told otherwise`,
    ],
    ['Database', facts.database],
    ['Role', role(config)],
    ['Admin key', facts.adminKeyFile ?? 'as configured (ADMIN_KEY)'],
    [
      'Reading',
      config.readingNeedsKey
        ? 'needs a key (READ_KEYS, or one made by "keys create")'
        : 'open to everybody who reaches the port',
    ],
  ];
  const body = lines.map(([name = '', value = '']) => `  ${name.padEnd(10)} ${value}`).join('\n');
  return `\nweather-warehouse\n${body}\n${config.demo ? DEMO_NOTE : ''}\n`;
}

const DEMO_NOTE = `
  These values are SIMULATED. For real weather, stop and start again with
    OPENWEATHERMAP_API_KEY=<key of a free account> npm start
    WEATHER_SOURCE=open-meteo npm start      (no key; non-commercial use)
`;

function weather(config: Config): string {
  if (config.demo) return 'simulated (no key and no source are set)';
  if (config.source === 'OPEN_METEO') return 'Open-Meteo, live';
  const { CALLS_PER_MINUTE: minute, CALLS_PER_MONTH: month } = config;
  return `OpenWeatherMap, live; at most ${minute} calls a minute and ${month.toLocaleString('en')} a month`;
}

function role(config: Config): string {
  if (config.ROLE === 'api') return 'api: answers only, no jobs';
  if (config.ROLE === 'worker') return 'worker: jobs only; /graphql is off';
  return 'all: answers and jobs';
}
