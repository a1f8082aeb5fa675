import type { RankingMeasure, RecordKind } from '../generated/graphql.js';

/** What the map may be coloured by: newest observations, yesterday's ranking, or what is unusual. */
export interface Measure {
  label: string;
  /** The measure of yesterday; absent where it is something else. */
  ranking?: RankingMeasure;
  /** The extreme that it shows; absent where it is something else. */
  record?: RecordKind;
  /** A difference: zero is in the middle of its colours, and values have a sign. */
  difference?: 'NORMAL' | 'WEEKS';
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
  ANOMALY: { label: 'Yesterday against its normal', difference: 'NORMAL' },
  DEPARTURE: { label: 'Yesterday against the four weeks before', difference: 'WEEKS' },
  HIGHEST: { label: 'Highest temperature on record', record: 'HIGHEST_TEMPERATURE' },
  LOWEST: { label: 'Lowest temperature on record', record: 'LOWEST_TEMPERATURE' },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof MEASURES;

export const isMeasure = (name: string | null): name is MeasureName =>
  name !== null && Object.hasOwn(MEASURES, name);
