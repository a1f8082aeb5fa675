import type { ColumnSpec } from './column.js';
import { CITY, CITY_ID, HOUR, SUMMARY_MEASURES } from './shared.js';

/** What the hours of the table say of themselves. */
const KEPT = {
  quality_kind: "CASE WHEN list.precipitation_implied_zero THEN 'IMPLIED_ZERO' ELSE 'OBSERVED' END",
  fill_method: "'NONE'",
  gap_hours: '0',
};
/** What those say that were computed. */
const FILLED = {
  quality_kind: 'list.quality_kind',
  fill_method: 'list.fill_method',
  gap_hours: 'list.gap_hours',
};

/** @param quality how a row knows whether it was observed or filled */
const columns = (quality: typeof KEPT): readonly ColumnSpec[] => [
  CITY_ID,
  HOUR,
  {
    name: 'source',
    type: 'TEXT',
    sql: 'list.source::text',
    description: 'The one source of the hour’s values; empty for a filled hour',
  },
  {
    name: 'sample_count',
    type: 'INTEGER',
    sql: 'list.sample_count',
    description: 'Observations in the hour; 0 when it was filled',
  },
  {
    name: 'quality_kind',
    type: 'TEXT',
    sql: quality.quality_kind,
    description: 'OBSERVED, FILLED, or IMPLIED_ZERO (observed, precipitation by the source’s silence)',
  },
  {
    name: 'fill_method',
    type: 'TEXT',
    sql: quality.fill_method,
    description: 'How the hour was filled: PREVIOUS, LINEAR or MEAN; NONE when it was observed',
  },
  {
    name: 'gap_hours',
    type: 'INTEGER',
    sql: quality.gap_hours,
    description: 'Length of the gap that a filled hour lies in, hours; 0 when observed',
  },
  ...CITY,
  ...SUMMARY_MEASURES,
];

/** Hours that have observations. */
export const HOURLY_SUMMARY_COLUMNS = columns(KEPT);
/** Hours whose gaps were filled on request. */
export const FILLED_HOUR_COLUMNS = columns(FILLED);
