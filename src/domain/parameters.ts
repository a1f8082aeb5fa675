/**
 * The catalogue of what the warehouse measures. Validation, the documentation's table and the checks of the
 * summary SQL read from it; a parameter that is not here does not exist.
 */

/** How a parameter's values of one hour become one: a mean of instants, a sum of amounts, a maximum, a vector. */
export type Aggregation = 'MEAN' | 'SUM' | 'MAXIMUM' | 'VECTOR';

export interface ParameterDefinition {
  /** Where the API shows it, as a path below an observation. */
  field: string;
  /** Column of `observations`; its name ends in the unit. */
  column: string;
  unit: string;
  /** Standard name of the CF conventions (cfconventions.org, table 85). */
  standardName: string;
  aggregation: Aggregation;
  /**
   * Values outside are refused as OUT_OF_RANGE. Wider than any record at the Earth's surface (WMO archive of
   * extremes), so that only impossible values and wrong units fall out: Kelvin read as Celsius does.
   */
  range: readonly [min: number, max: number];
}

export const PARAMETERS = {
  AIR_TEMPERATURE: {
    field: 'airTemperature',
    column: 'air_temperature_c',
    unit: '°C',
    standardName: 'air_temperature',
    aggregation: 'MEAN',
    range: [-95, 65],
  },
  APPARENT_TEMPERATURE: {
    field: 'apparentTemperature',
    column: 'apparent_temperature_c',
    unit: '°C',
    standardName: 'apparent_air_temperature',
    aggregation: 'MEAN',
    range: [-120, 85],
  },
  DEW_POINT_TEMPERATURE: {
    field: 'dewPointTemperature',
    column: 'dew_point_temperature_c',
    unit: '°C',
    standardName: 'dew_point_temperature',
    aggregation: 'MEAN',
    range: [-120, 45],
  },
  RELATIVE_HUMIDITY: {
    field: 'relativeHumidity',
    column: 'relative_humidity_pct',
    unit: '%',
    standardName: 'relative_humidity',
    aggregation: 'MEAN',
    range: [0, 110],
  },
  MEAN_SEA_LEVEL_PRESSURE: {
    field: 'pressure.meanSeaLevel',
    column: 'mean_sea_level_pressure_hpa',
    unit: 'hPa',
    standardName: 'air_pressure_at_mean_sea_level',
    aggregation: 'MEAN',
    range: [850, 1100],
  },
  SURFACE_PRESSURE: {
    field: 'pressure.surface',
    column: 'surface_pressure_hpa',
    unit: 'hPa',
    standardName: 'surface_air_pressure',
    aggregation: 'MEAN',
    range: [300, 1100],
  },
  WIND_SPEED: {
    field: 'wind.speed',
    column: 'wind_speed_ms',
    unit: 'm/s',
    standardName: 'wind_speed',
    aggregation: 'MEAN',
    range: [0, 115],
  },
  WIND_GUST_SPEED: {
    field: 'wind.gustSpeed',
    column: 'wind_gust_speed_ms',
    unit: 'm/s',
    standardName: 'wind_speed_of_gust',
    aggregation: 'MAXIMUM',
    range: [0, 150],
  },
  WIND_FROM_DIRECTION: {
    field: 'wind.fromDirection',
    column: 'wind_from_direction_deg',
    unit: '°',
    standardName: 'wind_from_direction',
    aggregation: 'VECTOR',
    range: [0, 360],
  },
  CLOUD_COVER: {
    field: 'cloudCover',
    column: 'cloud_cover_pct',
    unit: '%',
    standardName: 'cloud_area_fraction',
    aggregation: 'MEAN',
    range: [0, 100],
  },
  VISIBILITY: {
    field: 'visibility',
    column: 'visibility_m',
    unit: 'm',
    standardName: 'visibility_in_air',
    aggregation: 'MEAN',
    range: [0, 100_000],
  },
  RAIN: {
    field: 'precipitation.rain',
    column: 'rain_1h_mm',
    unit: 'mm',
    standardName: 'thickness_of_rainfall_amount',
    aggregation: 'SUM',
    range: [0, 450],
  },
  SNOW: {
    field: 'precipitation.snow',
    column: 'snow_water_1h_mm',
    unit: 'mm',
    standardName: 'lwe_thickness_of_snowfall_amount',
    aggregation: 'SUM',
    range: [0, 200],
  },
  PRECIPITATION: {
    field: 'precipitation.total',
    column: 'precipitation_1h_mm',
    unit: 'mm',
    standardName: 'lwe_thickness_of_precipitation_amount',
    aggregation: 'SUM',
    range: [0, 450],
  },
} as const satisfies Record<string, ParameterDefinition>;

export type Parameter = keyof typeof PARAMETERS;

/** All parameters, in the catalogue's order: also the order of columns in bulk statements. */
export const PARAMETER_NAMES = Object.keys(PARAMETERS) as Parameter[];

/** Decimals kept of any value: thousandths of its unit, finer than any instrument here reports. */
export const VALUE_DECIMALS = 3;
