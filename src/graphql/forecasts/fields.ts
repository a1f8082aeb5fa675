import { instant, measure, text, type FieldSet } from '../lists/fields.js';
import { conditionsOf, OBSERVATION_FIELDS } from '../lists/observations.js';

const { airTemperature, apparentTemperature, dewPointTemperature, relativeHumidity } = OBSERVATION_FIELDS;
const { pressure, wind, cloudCover, visibility } = OBSERVATION_FIELDS;

/** What a point of a forecast consists of: measurements are those of an observation, amounts of three hours. */
export const FORECAST_FIELDS = {
  validAt: instant('valid_at'),
  issuedAt: instant('issued_at'),
  ...{ airTemperature, apparentTemperature, dewPointTemperature, relativeHumidity },
  ...{ pressure, wind, cloudCover, visibility },
  precipitation: {
    total: measure('precipitation_3h_mm', 'mm'),
    rain: measure('rain_3h_mm', 'mm'),
    snow: measure('snow_water_3h_mm', 'mm'),
    probability: measure('precipitation_probability_pct', '%'),
  },
  conditions: text('condition_code::text', conditionsOf),
} satisfies FieldSet;
