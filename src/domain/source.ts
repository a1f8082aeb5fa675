/** Where weather values come from; the same names as the database's and the API's enum. */
export const SOURCES = ['OPENWEATHERMAP', 'OPEN_METEO', 'DEMO'] as const;
export type SourceName = (typeof SOURCES)[number];

/** What was asked of a source: the weather now, history from an archive, or what is to come. */
export type PayloadKind = 'CURRENT' | 'ARCHIVE' | 'FORECAST';

export interface SourceDescription {
  name: string;
  licence: string | null;
  /** The sentence that must stand beside the data. */
  attribution: string;
}

/** What the API answers about a source: the terms come with the data. */
export const SOURCE_DESCRIPTIONS: Readonly<Record<SourceName, SourceDescription>> = {
  OPENWEATHERMAP: {
    name: 'OpenWeatherMap',
    licence: 'CC BY-SA 4.0',
    attribution: 'Weather data provided by OpenWeather (openweathermap.org)',
  },
  OPEN_METEO: {
    name: 'Open-Meteo',
    licence: 'CC BY 4.0',
    attribution: 'Weather data by Open-Meteo.com',
  },
  DEMO: {
    name: 'Built-in simulator',
    licence: null,
    attribution: 'Simulated values: not weather that happened',
  },
};
