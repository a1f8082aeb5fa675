import { describeCondition } from '../../domain/conditions.js';
import { PARAMETERS, type Parameter } from '../../domain/parameters.js';
import type { Condition } from '../generated/resolvers.js';
import { instant, measure, moment, text, type Field, type FieldSet } from './fields.js';
import type { ListKind } from './list.js';
import { sourceInfo } from './sources.js';
import { sqlTemplate } from './template.js';

const ofParameter = (parameter: Parameter): Field =>
  measure(PARAMETERS[parameter].column, PARAMETERS[parameter].unit);

/** Every code with a + between, so that one text holds any number of them. */
const CODES =
  "nullif(concat_ws('+', condition_code, nullif(array_to_string(further_condition_codes, '+'), '')), '')";

/** What an observation consists of; measurements are those of the catalogue. */
export const OBSERVATION_FIELDS = {
  observedAt: instant('observed_at'),
  fetchedAt: moment('fetched_at'),
  loadedAt: moment('loaded_at'),
  source: text('source', sourceInfo),
  airTemperature: ofParameter('AIR_TEMPERATURE'),
  apparentTemperature: ofParameter('APPARENT_TEMPERATURE'),
  dewPointTemperature: ofParameter('DEW_POINT_TEMPERATURE'),
  relativeHumidity: ofParameter('RELATIVE_HUMIDITY'),
  pressure: {
    meanSeaLevel: ofParameter('MEAN_SEA_LEVEL_PRESSURE'),
    surface: ofParameter('SURFACE_PRESSURE'),
  },
  wind: {
    speed: ofParameter('WIND_SPEED'),
    gustSpeed: ofParameter('WIND_GUST_SPEED'),
    fromDirection: ofParameter('WIND_FROM_DIRECTION'),
  },
  cloudCover: ofParameter('CLOUD_COVER'),
  visibility: ofParameter('VISIBILITY'),
  precipitation: {
    total: ofParameter('PRECIPITATION'),
    rain: ofParameter('RAIN'),
    snow: ofParameter('SNOW'),
    kind: text("CASE WHEN precipitation_1h_mm IS NOT NULL THEN 'OBSERVED' END", (kind) => kind),
  },
  conditions: text(CODES, conditionsOf),
  run: { ...text('payload_id::text', (id) => id), property: 'payloadId' },
} satisfies FieldSet;

/** Conditions by their codes, with + between. */
export function conditionsOf(codes: string | null): Condition[] {
  return (codes?.split('+') ?? []).map((code) => ({
    code: Number(code),
    ...describeCondition(Number(code)),
  }));
}

export const OBSERVATIONS: ListKind = {
  name: 'observation',
  page: sqlTemplate(import.meta.url, 'observations.sql'),
  pages: sqlTemplate(import.meta.url, 'observations-pages.sql'),
  time: 'observed_at',
  sourced: true,
  grain: 'INSTANT',
  fields: OBSERVATION_FIELDS,
};
