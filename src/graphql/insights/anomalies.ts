import { converter, differenceOf, unitIn } from '../../domain/units.js';
import type { AnomaliesRequest } from '../arguments/insights.js';
import type { Context } from '../context.js';
import type { Anomalies, Anomaly, DayMeasure } from '../generated/resolvers.js';
import { fill, sqlTemplate } from '../lists/template.js';
import { isEnough, orNull } from './enough.js';
import { loadRows, type CityStatement } from '../loaders/rows.js';
import { DAY_MEASURES, daysOf } from './measures.js';

const ANOMALIES = sqlTemplate(import.meta.url, 'anomalies.sql');

interface AnomalyRow {
  measure: DayMeasure;
  date: string;
  value: number | null;
  normal: number | null;
  deviation: number | null;
  years: number;
  days: number;
}

/** A city's days against the days around them in other years; one answer a measure. */
export async function loadAnomalies(
  context: Context,
  cityId: number,
  request: AnomaliesRequest,
): Promise<Anomalies[]> {
  const rows = await loadRows<AnomalyRow>(context, cityId, 'anomalies', request, () =>
    statementOf(request, context.now),
  );
  return request.measures.map((measure) => {
    const { unit } = DAY_MEASURES[measure];
    const own = rows.filter((row) => row.measure === measure);
    return {
      measure,
      unit: unitIn(request.units, unit),
      deviationUnit: unitIn(request.units, differenceOf(unit)),
      days: own.map((row) => anomaly(row, request)),
    };
  });
}

function statementOf(request: AnomaliesRequest, now: number): CityStatement {
  const { measures, base, days, windowDays, minCoverage } = request;
  const sections = { history: daysOf(measures), days: daysOf(measures, { from: '$7', to: '$8' }) };
  const history = [base?.from ?? null, base?.to ?? null, minCoverage, now];
  return { ...fill(ANOMALIES, sections), values: [...history, windowDays, days.from, days.to, measures] };
}

function anomaly(row: AnomalyRow, request: AnomaliesRequest): Anomaly {
  const { date, value, years, days } = row;
  const { unit } = DAY_MEASURES[row.measure];
  const known = isEnough(row, request);
  const normal = known ? row.normal : null;
  const deviation = known ? row.deviation : null;
  const difference = value === null || normal === null ? null : value - normal;
  const convert = converter(request.units, unit);
  const convertDifference = converter(request.units, differenceOf(unit));
  return {
    date,
    value: orNull(convert, value),
    normal: orNull(convert, normal),
    standardDeviation: orNull(convertDifference, deviation),
    anomaly: orNull(convertDifference, difference),
    standardised: difference !== null && deviation ? thousandths(difference / deviation) : null,
    years,
    days,
  };
}

/** As finely as values are answered. */
const thousandths = (value: number): number => Math.round(value * 1000) / 1000 + 0;
