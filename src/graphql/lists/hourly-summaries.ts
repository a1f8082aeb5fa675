import { windFromDirection } from '../../domain/wind.js';
import {
  constant,
  derived,
  instant,
  measure,
  number,
  secondsOf,
  statistic,
  text,
  type Field,
  type FieldSet,
} from './fields.js';
import type { ListKind } from './list.js';
import { sourceInfo } from './sources.js';
import { sqlTemplate } from './template.js';

/** From the stored mean components. */
export const WIND_FROM_DIRECTION = derived(
  ['wind_eastward_mean_ms', 'wind_northward_mean_ms'],
  ([eastward, northward]) =>
    typeof eastward === 'number' && typeof northward === 'number'
      ? windFromDirection(eastward, northward)
      : null,
);

/** Amounts of an hour or a day, and whether they rest on a source's silence. */
export const PRECIPITATION = {
  total: measure('precipitation_mm', 'mm'),
  rain: measure('rain_mm', 'mm'),
  snow: measure('snow_water_mm', 'mm'),
  kind: text(
    "CASE WHEN precipitation_mm IS NOT NULL THEN CASE WHEN precipitation_implied_zero THEN 'IMPLIED_ZERO' ELSE 'OBSERVED' END END",
    (kind) => kind,
  ),
};

/** What hourly and daily summaries have alike. */
export const SUMMARY_FIELDS: FieldSet = {
  sampleCount: number('sample_count'),
  airTemperature: statistic('air_temperature', 'c', '°C'),
  apparentTemperature: statistic('apparent_temperature', 'c', '°C'),
  relativeHumidity: statistic('relative_humidity', 'pct', '%'),
  meanSeaLevelPressure: statistic('mean_sea_level_pressure', 'hpa', 'hPa'),
  windSpeed: statistic('wind_speed', 'ms', 'm/s'),
  windGustSpeedMax: measure('wind_gust_speed_max_ms', 'm/s'),
  windFromDirection: WIND_FROM_DIRECTION,
  cloudCoverMean: measure('cloud_cover_mean_pct', '%'),
  precipitation: PRECIPITATION,
};

const HOUR_SECONDS = 3600;

/** Where its observations are found: in the hour, from the one source it was made of. */
const SPAN: Field = {
  property: 'span',
  columns: [
    { sql: secondsOf('hour'), type: 'NUMBER' },
    { sql: 'source', type: 'TEXT' },
  ],
  read: (columns) => {
    const [hours, sources] = [columns.numbers(secondsOf('hour')), columns.texts('source')];
    return (row) => {
      const from = hours[row] ?? 0;
      return { from, to: from + HOUR_SECONDS, source: sources[row] ?? null };
    };
  },
};

export const HOURLY_SUMMARIES: ListKind = {
  name: 'hour',
  page: sqlTemplate(import.meta.url, 'hourly-summaries.sql'),
  pages: sqlTemplate(import.meta.url, 'hourly-summaries-pages.sql'),
  time: 'hour',
  sourced: false,
  grain: 'HOUR',
  fields: {
    ...SUMMARY_FIELDS,
    hour: instant('hour'),
    source: text('source', sourceInfo),
    observations: SPAN,
    quality: {
      kind: text(
        "CASE WHEN precipitation_implied_zero THEN 'IMPLIED_ZERO' ELSE 'OBSERVED' END",
        (kind) => kind,
      ),
      fillMethod: constant('NONE'),
      gapHours: constant(0),
    },
  },
};
