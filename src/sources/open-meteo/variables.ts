import type { Parameter } from '../../domain/parameters.js';

interface HourlyVariable {
  /** The unit it is asked for in; a reply in another is refused. */
  unit: string;
  parameter: Parameter;
  /** Into the catalogue's unit. */
  convert?: (value: number) => number;
}

/** Centimetres of fresh snow into millimetres of water: 7 cm hold 10 mm (open-meteo.com/en/docs). */
const snowWater = (centimetres: number): number => (centimetres * 10) / 7;

/**
 * The hourly variables that are asked for, in the order of the call. precipitation, rain and snowfall are sums and
 * wind_gusts_10m is the maximum of the hour that ends at the stamp; all others are valid at the stamp.
 */
export const MEASURED_VARIABLES = {
  temperature_2m: { unit: '°C', parameter: 'AIR_TEMPERATURE' },
  relative_humidity_2m: { unit: '%', parameter: 'RELATIVE_HUMIDITY' },
  dew_point_2m: { unit: '°C', parameter: 'DEW_POINT_TEMPERATURE' },
  apparent_temperature: { unit: '°C', parameter: 'APPARENT_TEMPERATURE' },
  pressure_msl: { unit: 'hPa', parameter: 'MEAN_SEA_LEVEL_PRESSURE' },
  surface_pressure: { unit: 'hPa', parameter: 'SURFACE_PRESSURE' },
  precipitation: { unit: 'mm', parameter: 'PRECIPITATION' },
  rain: { unit: 'mm', parameter: 'RAIN' },
  snowfall: { unit: 'cm', parameter: 'SNOW', convert: snowWater },
  cloud_cover: { unit: '%', parameter: 'CLOUD_COVER' },
  wind_speed_10m: { unit: 'm/s', parameter: 'WIND_SPEED' },
  wind_gusts_10m: { unit: 'm/s', parameter: 'WIND_GUST_SPEED' },
  wind_direction_10m: { unit: '°', parameter: 'WIND_FROM_DIRECTION' },
} as const satisfies Record<string, HourlyVariable>;

export type MeasuredVariable = keyof typeof MEASURED_VARIABLES;

/** The condition, in WMO code table 4677. */
export const CONDITION_VARIABLE = 'weather_code';

/** Everything a call asks for. */
export const HOURLY_VARIABLES: readonly string[] = [...Object.keys(MEASURED_VARIABLES), CONDITION_VARIABLE];
