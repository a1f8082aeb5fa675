import { PARAMETERS, type Parameter } from '../../domain/parameters.js';
import { conversionOf, unitIn, type MetricUnit, type UnitSystem } from '../../domain/units.js';

/** What the cells of a column are; each format writes them in its own way. */
export type ColumnType = 'INTEGER' | 'NUMBER' | 'TEXT' | 'BOOLEAN' | 'INSTANT' | 'DATE';

/** A column of an export, in the units asked for. */
export interface ExportColumn {
  name: string;
  type: ColumnType;
  /** Null for what has none: names, instants, counts. */
  unit: string | null;
  /** Of the CF conventions; null where they have none. */
  standardName: string | null;
  /** Says also what an empty cell means. */
  description: string;
  /** The expression that the column is made of; `list` is the row, `city` its place. */
  sql: string;
}

/** A column as a data set declares it. */
export interface ColumnSpec {
  /** Of measurements without the unit, which is added in the units asked for. */
  name: string;
  type: ColumnType;
  sql: string;
  description: string;
  /** Asked for with `parameters`; columns without one are always there. */
  parameter?: Parameter;
  unit?: MetricUnit;
}

/** How names of columns spell units; those of METRIC are the names of the tables' columns. */
const SPELT: Readonly<Record<string, string>> = {
  '°C': 'c',
  '°F': 'f',
  K: 'k',
  'K·d': 'kd',
  '°F·d': 'fd',
  '%': 'pct',
  '1': 'fraction',
  hPa: 'hpa',
  inHg: 'inhg',
  Pa: 'pa',
  'm/s': 'ms',
  mph: 'mph',
  '°': 'deg',
  m: 'm',
  mi: 'mi',
  mm: 'mm',
  in: 'in',
  'kg/m²': 'kgm2',
};

/** A column in a system of units: named after its unit, converted and rounded by the database as the API does. */
export function inUnits(spec: ColumnSpec, units: UnitSystem): ExportColumn {
  const { name, type, description, unit: metric, parameter } = spec;
  const standardName = parameter ? PARAMETERS[parameter].standardName : null;
  if (!metric) return { name, type, unit: null, standardName, description, sql: spec.sql };
  const unit = unitIn(units, metric);
  const { factor, offset, decimals } = conversionOf(units, metric);
  const converted =
    factor === 1 && offset === 0 ? spec.sql : `(${spec.sql}) * ${float(factor)} + ${float(offset)}`;
  return {
    name: `${name}_${SPELT[unit] ?? unit}`,
    type,
    unit,
    standardName,
    description,
    sql: rounded(converted, decimals),
  };
}

/** A number as SQL: the shortest text that is the very same double. */
const float = (value: number): string => `'${value}'::float8`;

/** As JavaScript's Math.round does it, halves up; adding 0 makes one zero of -0 and 0. */
export function rounded(sql: string, decimals: number): string {
  const scale = float(10 ** decimals);
  return `floor((${sql}) * ${scale} + ${float(0.5)}) / ${scale} + ${float(0)}`;
}

/** A measurement of a column that is kept in single precision: by its text, as 12.3 and not 12.300000190734863. */
export const single = (column: string): string => `list.${column}::text::float8`;
/** A measurement of a column that is kept in double precision. */
export const double = (column: string): string => `list.${column}`;

/** The name of a table's column without its unit. */
export function withoutUnit(column: string, unit: MetricUnit): string {
  return column.slice(0, -`_${SPELT[unit] ?? unit}`.length);
}
