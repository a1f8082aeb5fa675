import { run, sqlFile, type Queryable } from '../database/sql.js';
import type { PayloadKind, SourceName } from '../domain/source.js';
import { checkFill, spanArrays, type CitySpan, type Fill, type FillMethod } from './fill.js';

/** The statement itself, to be read from as a subquery; its file says what parameters it takes. */
export const FILLED_HOURS = sqlFile(import.meta.url, 'filled-hours.sql');

/** The hours of the calendar when none is filled, which is quicker; its parameters are cities, from and to. */
export const CALENDAR_HOURS = sqlFile(import.meta.url, 'calendar-hours.sql');

/** An hour of the calendar: the columns of `hourly_summaries`, NULL where nothing is known, and how they came about. */
export interface FilledHour {
  city_id: number;
  /** Start of the hour. */
  hour: Date;
  /** Null for an hour without observations that was not filled. */
  quality_kind: 'OBSERVED' | 'IMPLIED_ZERO' | 'FILLED' | null;
  fill_method: FillMethod;
  /** Length of the gap a filled hour lies in; 0 when observed, null when empty. */
  gap_hours: number | null;
  /** 0 when not observed, and then these are null: */
  sample_count: number;
  source: SourceName | null;
  kind: PayloadKind | null;
  condition_code: number | null;
  summarised_at: Date | null;
  air_temperature_min_c: number | null;
  air_temperature_min_at: Date | null;
  air_temperature_max_c: number | null;
  air_temperature_max_at: Date | null;
  apparent_temperature_min_c: number | null;
  apparent_temperature_max_c: number | null;
  relative_humidity_min_pct: number | null;
  relative_humidity_max_pct: number | null;
  mean_sea_level_pressure_min_hpa: number | null;
  mean_sea_level_pressure_max_hpa: number | null;
  wind_speed_min_ms: number | null;
  wind_speed_max_ms: number | null;
  wind_gust_speed_max_ms: number | null;
  rain_mm: number | null;
  snow_water_mm: number | null;
  precipitation_mm: number | null;
  precipitation_implied_zero: boolean | null;
  /** Observed or filled: */
  air_temperature_mean_c: number | null;
  apparent_temperature_mean_c: number | null;
  dew_point_temperature_mean_c: number | null;
  relative_humidity_mean_pct: number | null;
  mean_sea_level_pressure_mean_hpa: number | null;
  surface_pressure_mean_hpa: number | null;
  wind_speed_mean_ms: number | null;
  wind_eastward_mean_ms: number | null;
  wind_northward_mean_ms: number | null;
  cloud_cover_mean_pct: number | null;
  visibility_mean_m: number | null;
}

/**
 * Hourly summaries over the calendar, one row for each hour of each city's span, gaps filled as asked.
 * @throws InvalidInputError for a gap that is out of bounds
 */
export async function filledHours(
  db: Queryable,
  spans: readonly CitySpan[],
  fill: Fill,
): Promise<FilledHour[]> {
  checkFill(fill);
  const values = [...spanArrays(spans), fill.fill, fill.maxGapHours];
  return (await run<FilledHour>(db, FILLED_HOURS, values)).rows;
}
