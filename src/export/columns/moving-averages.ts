import type { Parameter } from '../../domain/parameters.js';
import type { MetricUnit } from '../../domain/units.js';
import { double, rounded, withoutUnit, type ColumnSpec } from './column.js';
import { CITY, CITY_ID, HOUR } from './shared.js';

/** The hours of the window say where they come from. */
const SOURCES = `(SELECT string_agg(DISTINCT h.source::text, '+' ORDER BY h.source::text) FROM hourly_summaries AS h
  WHERE h.city_id = list.city_id AND h.hour <= list.hour
    AND h.hour > list.hour - make_interval(hours => list.window_hours))`;

function mean(parameter: Parameter, column: string, unit: MetricUnit, of: string): ColumnSpec {
  return {
    name: withoutUnit(column, unit),
    type: 'NUMBER',
    parameter,
    unit,
    sql: double(column),
    description: `Mean ${of} over the window; empty when no hour of it has a value`,
  };
}

/** @param filledHours how many hours of the window were filled */
const columns = (filledHours: string): readonly ColumnSpec[] => [
  CITY_ID,
  { ...HOUR, description: 'Start of the last hour of the window, UTC' },
  {
    name: 'window_hours',
    type: 'INTEGER',
    sql: 'list.window_hours::int',
    description: 'Length of the window, hours',
  },
  {
    name: 'sources',
    type: 'TEXT',
    sql: SOURCES,
    description:
      'Every source an hour of the window came from, + between several; empty when none was observed',
  },
  {
    name: 'observed_hours',
    type: 'INTEGER',
    sql: 'list.observed_hours',
    description: 'Hours of the window that were observed',
  },
  {
    name: 'filled_hours',
    type: 'INTEGER',
    sql: filledHours,
    description: 'Hours of the window that were filled',
  },
  {
    name: 'coverage',
    type: 'NUMBER',
    sql: rounded('list.observed_hours / list.window_hours::float8', 4),
    description: 'Observed hours of the window’s hours, 0 to 1; filled ones do not count',
  },
  ...CITY,
  mean('AIR_TEMPERATURE', 'air_temperature_c', '°C', 'air temperature'),
  mean('APPARENT_TEMPERATURE', 'apparent_temperature_c', '°C', 'apparent temperature'),
  mean('RELATIVE_HUMIDITY', 'relative_humidity_pct', '%', 'relative humidity'),
  mean('MEAN_SEA_LEVEL_PRESSURE', 'mean_sea_level_pressure_hpa', 'hPa', 'pressure at sea level'),
  mean('WIND_SPEED', 'wind_speed_ms', 'm/s', 'wind speed'),
];

/** Averages over the windows that are kept. */
export const MOVING_AVERAGE_COLUMNS = columns('0');
/** Averages computed on request. */
export const COMPUTED_AVERAGE_COLUMNS = columns('list.filled_hours');
