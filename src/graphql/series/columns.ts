import { PARAMETERS, type Aggregation, type Parameter } from '../../domain/parameters.js';
import { converter, digitsConverter, unitIn, type UnitSystem } from '../../domain/units.js';
import { windFromDirection } from '../../domain/wind.js';
import type { SeriesColumn } from '../generated/resolvers.js';
import type { Columns } from '../lists/columns.js';
import { digitsOf } from '../lists/fields.js';

/** Column that holds a parameter's value of an hour or a day, or two that hold its vector. */
const COLUMNS: Readonly<Record<Parameter, readonly [string] | readonly [string, string]>> = {
  AIR_TEMPERATURE: ['air_temperature_mean_c'],
  APPARENT_TEMPERATURE: ['apparent_temperature_mean_c'],
  DEW_POINT_TEMPERATURE: ['dew_point_temperature_mean_c'],
  RELATIVE_HUMIDITY: ['relative_humidity_mean_pct'],
  MEAN_SEA_LEVEL_PRESSURE: ['mean_sea_level_pressure_mean_hpa'],
  SURFACE_PRESSURE: ['surface_pressure_mean_hpa'],
  WIND_SPEED: ['wind_speed_mean_ms'],
  WIND_GUST_SPEED: ['wind_gust_speed_max_ms'],
  WIND_FROM_DIRECTION: ['wind_eastward_mean_ms', 'wind_northward_mean_ms'],
  CLOUD_COVER: ['cloud_cover_mean_pct'],
  VISIBILITY: ['visibility_mean_m'],
  RAIN: ['rain_mm'],
  SNOW: ['snow_water_mm'],
  PRECIPITATION: ['precipitation_mm'],
};

/** What there are moving averages of: in columns named as those of observations. */
export const AVERAGED: readonly Parameter[] = [
  'AIR_TEMPERATURE',
  'APPARENT_TEMPERATURE',
  'RELATIVE_HUMIDITY',
  'MEAN_SEA_LEVEL_PRESSURE',
  'WIND_SPEED',
];

/** How hours become a longer period. */
const AGGREGATES: Readonly<Record<Aggregation, string>> = {
  MEAN: 'avg',
  VECTOR: 'avg',
  SUM: 'sum',
  MAXIMUM: 'max',
};

/** The values to select for some parameters: v0, v1 … */
export function valuesOf(parameters: readonly Parameter[], aggregated: boolean): string[] {
  return parameters.flatMap((parameter) => {
    const aggregate = aggregated ? AGGREGATES[PARAMETERS[parameter].aggregation] : '';
    return COLUMNS[parameter].map((column) => `${aggregate}(${column})`);
  });
}

/** The same of moving averages. */
export const averagesOf = (parameters: readonly Parameter[]): string[] =>
  parameters.map((parameter) => PARAMETERS[parameter].column);

/** A parameter's values of one city, made when they are asked for. */
export interface SeriesValues extends SeriesColumn {
  /** Rows. */
  length: number;
  /** One of them as JSON. */
  digits: (index: number) => string;
}

/**
 * Reads a parameter's values of any city, in a system of units.
 * @param number of its first value among those that valuesOf selected
 * @returns a function from the city's first row and the one after its last
 */
export function valuesReader(
  columns: Columns,
  parameter: Parameter,
  number: number,
  units: UnitSystem,
): (first: number, last: number) => SeriesValues {
  const { unit } = PARAMETERS[parameter];
  const [name, northward] = [`v${number}`, `v${number + 1}`];
  const isVector = parameter === 'WIND_FROM_DIRECTION';
  const directionDigits = () => {
    const all = directions(columns.numbers(name), columns.numbers(northward));
    return (row: number) => JSON.stringify(all[row]);
  };
  const valueDigits = () => {
    const words = columns.texts(name);
    return digitsOf((row) => words[row], digitsConverter(units, unit));
  };
  // Once for all cities.
  let digits: ((row: number) => string) | undefined;
  return (first, last) => ({
    parameter,
    unit: unitIn(units, unit),
    length: last - first,
    get values() {
      const values = columns.numbers(name).slice(first, last);
      if (isVector) return directions(values, columns.numbers(northward).slice(first, last));
      const convert = converter(units, unit);
      return values.map((value) => (value === null ? null : convert(value)));
    },
    digits(index) {
      digits ??= isVector ? directionDigits() : valueDigits();
      return digits(first + index);
    },
  });
}

function directions(eastward: readonly (number | null)[], northward: readonly (number | null)[]) {
  return eastward.map((u, i) => {
    const v = northward[i];
    return typeof u === 'number' && typeof v === 'number' ? windFromDirection(u, v) : null;
  });
}

/** How many values valuesOf selects for a parameter. */
export const widthOf = (parameter: Parameter): number => COLUMNS[parameter].length;
