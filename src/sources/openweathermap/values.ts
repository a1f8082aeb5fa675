import { dewPoint } from '../../domain/humidity.js';
import { PARAMETERS, type Parameter } from '../../domain/parameters.js';
import { converted, givenValues, type Given } from '../values.js';
import type { CurrentReply } from './response.js';
import { CONVERSIONS, type UnitSystem } from './units.js';

/**
 * The values of a reply in the catalogue's units.
 * `temp_min` and `temp_max` are left alone: they are the spread over a city at this moment, not a day's extremes.
 */
export function valuesOf(reply: CurrentReply, units: UnitSystem): Partial<Record<Parameter, number>> {
  const { temperature, speed } = CONVERSIONS[units];
  const { main, wind } = reply;
  const rain = reply.rain?.['1h'];
  const snow = reply.snow?.['1h'];
  const airTemperature = converted(main?.temp, temperature);
  return givenValues({
    AIR_TEMPERATURE: airTemperature,
    APPARENT_TEMPERATURE: converted(main?.feels_like, temperature),
    DEW_POINT_TEMPERATURE: derivedDewPoint(airTemperature, main?.humidity),
    RELATIVE_HUMIDITY: main?.humidity,
    MEAN_SEA_LEVEL_PRESSURE: seaLevelPressure(main),
    SURFACE_PRESSURE: main?.grnd_level,
    WIND_SPEED: converted(wind?.speed, speed),
    WIND_GUST_SPEED: converted(wind?.gust, speed),
    WIND_FROM_DIRECTION: wind?.deg,
    CLOUD_COVER: reply.clouds?.all,
    VISIBILITY: reply.visibility,
    RAIN: rain,
    SNOW: snow,
    PRECIPITATION: total(rain, snow),
  });
}

/**
 * `sea_level` where it is given. `pressure` is at sea level by the documentation, but in replies of before 2019 it is
 * the ground's, equal to `grnd_level`; such a pressure without a `sea_level` beside it says nothing about sea level.
 */
function seaLevelPressure(main: CurrentReply['main']): Given {
  if (typeof main?.sea_level === 'number') return main.sea_level;
  return main?.pressure === main?.grnd_level ? undefined : main?.pressure;
}

/** Precipitation of the last hour, of what was given; absent when neither was. */
function total(rain: Given, snow: Given): Given {
  if (typeof rain !== 'number' && typeof snow !== 'number') return undefined;
  return (rain ?? 0) + (snow ?? 0);
}

/** Derived only from values that will pass as observations themselves. */
function derivedDewPoint(airTemperature: Given, relativeHumidity: Given): number | undefined {
  const plausible =
    isWithin('AIR_TEMPERATURE', airTemperature) && isWithin('RELATIVE_HUMIDITY', relativeHumidity);
  return plausible ? dewPoint(airTemperature, relativeHumidity) : undefined;
}

function isWithin(parameter: Parameter, value: Given): value is number {
  const [min, max] = PARAMETERS[parameter].range;
  return typeof value === 'number' && value >= min && value <= max;
}
