import type { RankingMeasure } from '../generated/graphql.js';

/** What the map may be coloured by: newest observations, or yesterday's ranking. */
export interface Measure {
  label: string;
  /** The measure of yesterday; absent for what is observed now. */
  ranking?: RankingMeasure;
}

export const MEASURES = {
  TEMPERATURE: { label: 'Air temperature now' },
  HUMIDITY: { label: 'Relative humidity now' },
  WIND: { label: 'Wind speed now' },
  PRESSURE: { label: 'Pressure at sea level now' },
  MAX: { label: 'Highest temperature yesterday', ranking: 'AIR_TEMPERATURE_MAX' },
  MIN: { label: 'Lowest temperature yesterday', ranking: 'AIR_TEMPERATURE_MIN' },
  PRECIPITATION: { label: 'Precipitation yesterday', ranking: 'PRECIPITATION_SUM' },
  GUST: { label: 'Strongest gust yesterday', ranking: 'WIND_GUST_MAX' },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof MEASURES;

export const isMeasure = (name: string | null): name is MeasureName =>
  name !== null && Object.hasOwn(MEASURES, name);
