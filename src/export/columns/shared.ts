import type { Parameter } from '../../domain/parameters.js';
import type { MetricUnit } from '../../domain/units.js';
import { double, single, type ColumnSpec } from './column.js';

/** Which place; the first column of every export. */
export const CITY_ID: ColumnSpec = {
  name: 'city_id',
  type: 'INTEGER',
  sql: 'list.city_id',
  description: 'GeoNames id of the city; own places from 1,000,000,000 up',
};

/** What the place is called. They follow the key. */
export const CITY: readonly ColumnSpec[] = [
  {
    name: 'city_name',
    type: 'TEXT',
    sql: 'city.name',
    description: 'Name of the city, in Latin letters with accents (GeoNames, CC BY 4.0)',
  },
  { name: 'country_code', type: 'TEXT', sql: 'city.country_code', description: 'ISO 3166-1 alpha-2' },
];

/** Start of an hour, UTC. */
export const HOUR: ColumnSpec = {
  name: 'hour',
  type: 'INSTANT',
  sql: 'list.hour',
  description: 'Start of the hour, UTC',
};

/** Least, mean and greatest of a parameter. */
export function statistic(
  parameter: Parameter,
  name: string,
  suffix: string,
  unit: MetricUnit,
  of: string,
): ColumnSpec[] {
  const column = { type: 'NUMBER', parameter, unit } as const;
  return [
    {
      ...column,
      name: `${name}_min`,
      sql: single(`${name}_min_${suffix}`),
      description: `Least ${of}; empty when not observed`,
    },
    {
      ...column,
      name: `${name}_mean`,
      sql: double(`${name}_mean_${suffix}`),
      description: `Mean ${of}; empty when not given`,
    },
    {
      ...column,
      name: `${name}_max`,
      sql: single(`${name}_max_${suffix}`),
      description: `Greatest ${of}; empty when not observed`,
    },
  ];
}

/** From the mean vector; calm air (below 0.1 m/s) has no direction. The same arithmetic as src/domain/wind.ts. */
const FROM_DIRECTION = `CASE WHEN sqrt(list.wind_eastward_mean_ms ^ 2 + list.wind_northward_mean_ms ^ 2) >= 0.1
  THEN mod(floor(degrees(atan2(-list.wind_eastward_mean_ms, -list.wind_northward_mean_ms)) * 10 + 3600.5)::int, 3600)
    / 10::float8 END`;

/** The measurements that hourly and daily summaries have alike. */
export const SUMMARY_MEASURES: readonly ColumnSpec[] = [
  ...statistic('AIR_TEMPERATURE', 'air_temperature', 'c', '°C', 'air temperature'),
  ...statistic('APPARENT_TEMPERATURE', 'apparent_temperature', 'c', '°C', 'apparent temperature'),
  ...statistic('RELATIVE_HUMIDITY', 'relative_humidity', 'pct', '%', 'relative humidity'),
  ...statistic('MEAN_SEA_LEVEL_PRESSURE', 'mean_sea_level_pressure', 'hpa', 'hPa', 'pressure at sea level'),
  ...statistic('WIND_SPEED', 'wind_speed', 'ms', 'm/s', 'wind speed'),
  {
    name: 'wind_gust_speed_max',
    type: 'NUMBER',
    parameter: 'WIND_GUST_SPEED',
    unit: 'm/s',
    sql: single('wind_gust_speed_max_ms'),
    description: 'Strongest gust; empty when none was given',
  },
  {
    name: 'wind_from_direction',
    type: 'NUMBER',
    parameter: 'WIND_FROM_DIRECTION',
    unit: '°',
    sql: FROM_DIRECTION,
    description: 'Where the mean wind comes from, clockwise from north; empty when calm or not given',
  },
  {
    name: 'cloud_cover_mean',
    type: 'NUMBER',
    parameter: 'CLOUD_COVER',
    unit: '%',
    sql: double('cloud_cover_mean_pct'),
    description: 'Mean share of the sky covered by clouds; empty when not given',
  },
  amount('PRECIPITATION', 'precipitation', 'precipitation_mm', 'Rain and snow'),
  amount('RAIN', 'rain', 'rain_mm', 'Rain'),
  amount('SNOW', 'snow_water', 'snow_water_mm', 'Snow'),
  {
    name: 'precipitation_kind',
    type: 'TEXT',
    parameter: 'PRECIPITATION',
    sql: `CASE WHEN list.precipitation_mm IS NULL THEN NULL
      WHEN list.precipitation_implied_zero THEN 'IMPLIED_ZERO' ELSE 'OBSERVED' END`,
    description: 'IMPLIED_ZERO when the amount rests on a source that leaves out what did not fall',
  },
];

function amount(parameter: Parameter, name: string, column: string, what: string): ColumnSpec {
  const description = `${what}, as water, sum; empty when not given (never when none fell)`;
  return { name, type: 'NUMBER', parameter, unit: 'mm', sql: double(column), description };
}
