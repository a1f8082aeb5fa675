import { z } from 'zod';
import { optionalNumber } from '../number.js';
import { CONDITION_VARIABLE, MEASURED_VARIABLES, type MeasuredVariable } from './variables.js';

// As with OpenWeatherMap, null is allowed everywhere below the root, so that one odd cell costs that cell.

const column = z.array(optionalNumber).nullish();
const unit = z.string().nullish();

/** The same schema for every measured variable. */
function ofEachVariable<T>(schema: T): Record<MeasuredVariable, T> {
  const names = Object.keys(MEASURED_VARIABLES) as MeasuredVariable[];
  return Object.fromEntries(names.map((name) => [name, schema])) as Record<MeasuredVariable, T>;
}

/** Unix seconds of the years 1900 to 9999: reanalysis begins in 1940. */
const instant = z.int().min(-2_208_988_800).max(253_402_300_799).nullish();

/** A reply of /v1/archive or /v1/forecast for one place, hourly, with unixtime stamps. */
export const hourlyReply = z.object({
  latitude: z.number().min(-90).max(90).nullish(),
  longitude: z.number().min(-180).max(360).nullish(),
  hourly_units: z.object({ time: unit, ...ofEachVariable(unit) }).nullish(),
  hourly: z
    .object({
      time: z.array(instant).nullish(),
      ...ofEachVariable(column),
      [CONDITION_VARIABLE]: z.array(z.int().min(0).max(99).nullish()).nullish(),
    })
    .nullish(),
});

export type HourlyReply = z.output<typeof hourlyReply>;
export type Hours = NonNullable<HourlyReply['hourly']>;
