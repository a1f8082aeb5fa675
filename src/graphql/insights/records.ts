import { converter, unitIn, type MetricUnit } from '../../domain/units.js';
import { sqlFile } from '../../database/sql.js';
import type { RecordsRequest } from '../arguments/insights.js';
import type { Context } from '../context.js';
import type { RecordKind, WeatherRecord } from '../generated/resolvers.js';
import { orNull } from './enough.js';
import { loadRows } from '../loaders/rows.js';

const RECORDS = sqlFile(import.meta.url, 'records.sql');

/** The unit of each kind, in the order they are answered. */
const UNITS: Readonly<Record<RecordKind, MetricUnit>> = {
  HIGHEST_TEMPERATURE: '°C',
  LOWEST_TEMPERATURE: '°C',
  WARMEST_DAY: '°C',
  COLDEST_DAY: '°C',
  HIGHEST_MINIMUM: '°C',
  LOWEST_MAXIMUM: '°C',
  LARGEST_TEMPERATURE_RANGE: 'K',
  MOST_PRECIPITATION: 'mm',
  MOST_SNOW: 'mm',
  STRONGEST_GUST: 'm/s',
  HIGHEST_PRESSURE: 'hPa',
  LOWEST_PRESSURE: 'hPa',
};

/** Kinds of records there are. */
export const RECORD_KINDS = Object.keys(UNITS) as RecordKind[];

type RecordRow = Omit<WeatherRecord, 'unit'>;

/** The extremes of a city's days. */
export async function loadRecords(
  context: Context,
  cityId: number,
  request: RecordsRequest,
): Promise<WeatherRecord[]> {
  const { days, minCoverage, units } = request;
  const rows = await loadRows<RecordRow>(context, cityId, 'records', request, () => ({
    ...RECORDS,
    values: [days?.from ?? null, days?.to ?? null, minCoverage, context.now],
  }));
  const known = new Map(rows.map((row) => [row.kind, row]));
  return RECORD_KINDS.map((kind) => {
    const row = known.get(kind) ?? { kind, dates: [], ties: 0, days: 0, since: null, until: null };
    const value = orNull(converter(units, UNITS[kind]), known.get(kind)?.value);
    return { ...row, value, unit: unitIn(units, UNITS[kind]) };
  });
}
