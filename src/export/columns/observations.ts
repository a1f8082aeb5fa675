import { PARAMETER_NAMES, PARAMETERS, type Parameter } from '../../domain/parameters.js';
import { single, withoutUnit, type ColumnSpec } from './column.js';
import { CITY, CITY_ID } from './shared.js';

function measured(parameter: Parameter): ColumnSpec {
  const { column, unit, standardName } = PARAMETERS[parameter];
  return {
    name: withoutUnit(column, unit),
    type: 'NUMBER',
    parameter,
    unit,
    sql: single(column),
    description: `${standardName.replaceAll('_', ' ')}; empty when the source gave none, which is not 0`,
  };
}

const moment = (name: string, description: string): ColumnSpec => ({
  name,
  type: 'INSTANT',
  sql: `list.${name}`,
  description,
});

/** What a row of observations consists of; measurements are those of the catalogue. */
export const OBSERVATION_COLUMNS: readonly ColumnSpec[] = [
  CITY_ID,
  moment('observed_at', 'When it was observed, UTC'),
  {
    name: 'source',
    type: 'TEXT',
    sql: 'list.source::text',
    description: 'Where the values come from: OPENWEATHERMAP, OPEN_METEO or DEMO (simulated)',
  },
  {
    name: 'kind',
    type: 'TEXT',
    sql: 'list.kind::text',
    description: 'CURRENT when asked for as the weather now, ARCHIVE when as history (reanalysis)',
  },
  ...CITY,
  ...PARAMETER_NAMES.map(measured),
  {
    name: 'condition_codes',
    type: 'TEXT',
    sql: "nullif(concat_ws('+', list.condition_code, nullif(array_to_string(list.further_condition_codes, '+'), '')), '')",
    description: "Weather conditions in the source's own codes, + between several; empty when none was given",
  },
  moment('fetched_at', 'When the source was asked, UTC'),
  moment('loaded_at', 'When the values entered the warehouse, UTC'),
];
