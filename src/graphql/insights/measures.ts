import type { MetricUnit } from '../../domain/units.js';
import type { DayMeasure } from '../generated/resolvers.js';
import { fill, sqlTemplate } from '../lists/template.js';

/** Where each value of a local day is kept, and in what unit. */
export const DAY_MEASURES: Readonly<Record<DayMeasure, { sql: string; unit: MetricUnit }>> = {
  AIR_TEMPERATURE_MEAN: { sql: 'air_temperature_mean_c', unit: '°C' },
  AIR_TEMPERATURE_MIN: { sql: 'air_temperature_min_c', unit: '°C' },
  AIR_TEMPERATURE_MAX: { sql: 'air_temperature_max_c', unit: '°C' },
  TEMPERATURE_RANGE: { sql: 'air_temperature_max_c::float8 - air_temperature_min_c', unit: 'K' },
  APPARENT_TEMPERATURE_MEAN: { sql: 'apparent_temperature_mean_c', unit: '°C' },
  DEW_POINT_TEMPERATURE_MEAN: { sql: 'dew_point_temperature_mean_c', unit: '°C' },
  RELATIVE_HUMIDITY_MEAN: { sql: 'relative_humidity_mean_pct', unit: '%' },
  MEAN_SEA_LEVEL_PRESSURE_MEAN: { sql: 'mean_sea_level_pressure_mean_hpa', unit: 'hPa' },
  WIND_SPEED_MEAN: { sql: 'wind_speed_mean_ms', unit: 'm/s' },
  WIND_GUST_MAX: { sql: 'wind_gust_speed_max_ms', unit: 'm/s' },
  CLOUD_COVER_MEAN: { sql: 'cloud_cover_mean_pct', unit: '%' },
  PRECIPITATION_SUM: { sql: 'precipitation_mm', unit: 'mm' },
  RAIN_SUM: { sql: 'rain_mm', unit: 'mm' },
  SNOW_SUM: { sql: 'snow_water_mm', unit: 'mm' },
};

const DAYS = sqlTemplate(import.meta.url, 'days.sql');

/**
 * The statement of whole days' values, to read from.
 * @param bounds parameters that hold the days in question; $2 and $3 unless given
 */
export function daysOf(measures: readonly DayMeasure[], bounds = { from: '$2', to: '$3' }): string {
  const values = measures.map((measure) => `('${measure}', (${DAY_MEASURES[measure].sql})::float8)`);
  return fill(DAYS, { measures: values.join(', '), ...bounds }).text;
}
