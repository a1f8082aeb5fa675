import type { Parameter } from '../generated/graphql.js';

/** How the page shows a parameter, and where the API has it. */
export interface ParameterView {
  parameter: Parameter;
  label: string;
  /** Digits after the point in METRIC. */
  digits: number;
  /** Field of hourly and daily summaries with min, mean and max; absent where there is none. */
  statistic?: string;
  /** Field of moving averages; absent where there is none. */
  average?: string;
  /** Selection of an observation. */
  observation: string;
  /** Amounts are bars from zero, directions points without a line. */
  drawn: 'line' | 'bars' | 'points';
}

export const PARAMETERS: readonly ParameterView[] = [
  same('AIR_TEMPERATURE', 'Air temperature', 'airTemperature', 1),
  same('APPARENT_TEMPERATURE', 'Apparent temperature', 'apparentTemperature', 1),
  alone('DEW_POINT_TEMPERATURE', 'Dew point', 'dewPointTemperature', 1),
  same('RELATIVE_HUMIDITY', 'Relative humidity', 'relativeHumidity', 0),
  {
    ...same('MEAN_SEA_LEVEL_PRESSURE', 'Pressure at sea level', 'meanSeaLevelPressure', 1),
    observation: 'pressure { meanSeaLevel }',
  },
  alone('SURFACE_PRESSURE', 'Pressure at the ground', 'pressure { surface }', 1),
  { ...same('WIND_SPEED', 'Wind speed', 'windSpeed', 1), observation: 'wind { speed }' },
  alone('WIND_GUST_SPEED', 'Wind gusts', 'wind { gustSpeed }', 1),
  { ...alone('WIND_FROM_DIRECTION', 'Wind direction', 'wind { fromDirection }', 0), drawn: 'points' },
  { ...alone('PRECIPITATION', 'Precipitation', 'precipitation { total }', 1), drawn: 'bars' },
  { ...alone('RAIN', 'Rain', 'precipitation { rain }', 1), drawn: 'bars' },
  { ...alone('SNOW', 'Snow, as water', 'precipitation { snow }', 1), drawn: 'bars' },
  alone('CLOUD_COVER', 'Cloud cover', 'cloudCover', 0),
  alone('VISIBILITY', 'Visibility', 'visibility', 0),
];

function same(parameter: Parameter, label: string, field: string, digits: number): ParameterView {
  return { ...alone(parameter, label, field, digits), statistic: field, average: field };
}

function alone(parameter: Parameter, label: string, observation: string, digits: number): ParameterView {
  return { parameter, label, digits, observation, drawn: 'line' };
}

export function parameterView(parameter: Parameter): ParameterView {
  const view = PARAMETERS.find((candidate) => candidate.parameter === parameter);
  if (!view) throw new Error(`The page does not know the parameter ${parameter}`);
  return view;
}
