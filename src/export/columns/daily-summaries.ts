import { COMPLETE_COVERAGE, DEGREE_DAY_BASE } from '../../domain/summary.js';
import { double, rounded, type ColumnSpec } from './column.js';
import { CITY, CITY_ID, SUMMARY_MEASURES } from './shared.js';

const RATIO = 'list.observed_hours / list.expected_hours::float8';
/** kelvin; above 0 on days of cooling. */
const DIFFERENCE = rounded(`list.air_temperature_mean_c - ${DEGREE_DAY_BASE}`, 3);

/** greatest() would make 0 of no mean. */
function degreeDays(name: string, difference: string, side: string): ColumnSpec {
  return {
    name: `${name}_degree_days`,
    type: 'NUMBER',
    parameter: 'AIR_TEMPERATURE',
    unit: 'K·d',
    sql: `CASE WHEN list.air_temperature_mean_c IS NOT NULL THEN greatest(0, ${difference}) END`,
    description: `How far the mean lies ${side} ${DEGREE_DAY_BASE} °C, 0 when it does not; empty without a mean`,
  };
}

const extremeAt = (which: 'min' | 'max', word: string): ColumnSpec => ({
  name: `air_temperature_${which}_at`,
  type: 'INSTANT',
  parameter: 'AIR_TEMPERATURE',
  sql: `list.air_temperature_${which}_at`,
  description: `When the ${word} temperature was observed, UTC; empty when there was none`,
});

/** What a row of daily summaries consists of. */
export const DAILY_SUMMARY_COLUMNS: readonly ColumnSpec[] = [
  CITY_ID,
  {
    name: 'local_date',
    type: 'DATE',
    sql: 'list.local_date',
    description: 'The day, in the city’s time zone',
  },
  {
    name: 'sources',
    type: 'TEXT',
    sql: "nullif(array_to_string(list.sources, '+'), '')",
    description: 'Every source an hour of the day came from, + between several',
  },
  {
    name: 'observed_hours',
    type: 'INTEGER',
    sql: 'list.observed_hours',
    description: 'Hours of the day that have observations',
  },
  {
    name: 'expected_hours',
    type: 'INTEGER',
    sql: 'list.expected_hours',
    description: 'Hours of the day: 23, 24 or 25, as the city’s clock has it',
  },
  {
    name: 'coverage',
    type: 'NUMBER',
    sql: rounded(RATIO, 4),
    description: 'Observed of expected hours, 0 to 1',
  },
  {
    name: 'complete',
    type: 'BOOLEAN',
    sql: `list.ends_at <= now() AND ${RATIO} >= ${COMPLETE_COVERAGE}`,
    description: `Whether the day is over and at least ${COMPLETE_COVERAGE * 100} % of its hours were observed`,
  },
  {
    name: 'sample_count',
    type: 'INTEGER',
    sql: 'list.sample_count',
    description: 'Observations in the day',
  },
  ...CITY,
  { name: 'time_zone', type: 'TEXT', sql: 'city.time_zone', description: 'IANA; where the day begins' },
  ...SUMMARY_MEASURES,
  extremeAt('min', 'least'),
  extremeAt('max', 'greatest'),
  {
    name: 'dew_point_temperature_mean',
    type: 'NUMBER',
    parameter: 'DEW_POINT_TEMPERATURE',
    unit: '°C',
    sql: double('dew_point_temperature_mean_c'),
    description: 'Mean dew point; empty when not given',
  },
  degreeDays('heating', `-(${DIFFERENCE})`, 'below'),
  degreeDays('cooling', DIFFERENCE, 'above'),
  {
    name: 'summarised_at',
    type: 'INSTANT',
    sql: 'list.summarised_at',
    description: 'When the summary was last computed, UTC; late observations renew it',
  },
];
