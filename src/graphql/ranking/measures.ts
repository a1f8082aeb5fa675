import type { MetricUnit } from '../../domain/units.js';
import type { RankingMeasure } from '../generated/resolvers.js';

/** How each measure is computed over a city's days, of which there may be one, and in what unit. */
export const MEASURES: Readonly<Record<RankingMeasure, { sql: string; unit: MetricUnit }>> = {
  AIR_TEMPERATURE_MAX: { sql: 'max(air_temperature_max_c)', unit: '°C' },
  AIR_TEMPERATURE_MIN: { sql: 'min(air_temperature_min_c)', unit: '°C' },
  AIR_TEMPERATURE_MEAN: {
    sql: 'sum(air_temperature_mean_c * observed_hours) / sum(observed_hours) FILTER (WHERE air_temperature_mean_c IS NOT NULL)',
    unit: '°C',
  },
  PRECIPITATION_SUM: { sql: 'sum(precipitation_mm)', unit: 'mm' },
  WIND_GUST_MAX: { sql: 'max(wind_gust_speed_max_ms)', unit: 'm/s' },
  // A difference of temperatures has no zero to move: it converts like degree days.
  TEMPERATURE_RANGE: { sql: 'max(air_temperature_max_c - air_temperature_min_c)', unit: 'K' },
};
