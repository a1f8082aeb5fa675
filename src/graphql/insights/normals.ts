import { converter, differenceOf, unitIn } from '../../domain/units.js';
import type { NormalsRequest } from '../arguments/insights.js';
import type { Context } from '../context.js';
import type { DayMeasure, Normal, Normals } from '../generated/resolvers.js';
import { fill, sqlTemplate } from '../lists/template.js';
import { isEnough, orNull } from './enough.js';
import { loadRows, type CityStatement } from '../loaders/rows.js';
import { DAY_MEASURES, daysOf } from './measures.js';

const BY_MONTH = sqlTemplate(import.meta.url, 'normals-by-month.sql');
const BY_DAY = sqlTemplate(import.meta.url, 'normals-by-day.sql');

interface NormalRow {
  measure: DayMeasure;
  /** Month, or day of a year of 366. */
  slot: number;
  mean: number;
  quartiles: [number, number];
  deviation: number | null;
  years: number;
  days: number;
  since: string;
  until: string;
}

/** A place of the calendar that a normal is of. */
type Place = Pick<Normal, 'month' | 'day'>;

const MONTHS: readonly Place[] = Array.from({ length: 12 }, (_, i) => ({ month: i + 1, day: null }));
/** The days of a leap year, so that 29 February is among them. */
const DAYS: readonly Place[] = Array.from({ length: 366 }, (_, i) => {
  const date = new Date(Date.UTC(2000, 0, 1 + i));
  return { month: date.getUTCMonth() + 1, day: date.getUTCDate() };
});

/** What a city's days of a month, or around a day of the year, were like; one answer a measure. */
export async function loadNormals(
  context: Context,
  cityId: number,
  request: NormalsRequest,
): Promise<Normals[]> {
  const rows = await loadRows<NormalRow>(context, cityId, 'normals', request, () =>
    statementOf(request, context.now),
  );
  return request.measures.map((measure) => {
    const own = rows.filter((row) => row.measure === measure);
    return normalsOfMeasure(measure, own, request);
  });
}

function statementOf({ by, measures, base, minCoverage, windowDays }: NormalsRequest, now: number) {
  const days = daysOf(measures);
  const values = [base?.from ?? null, base?.to ?? null, minCoverage, now];
  return (
    by === 'MONTH'
      ? { ...fill(BY_MONTH, { days }), values }
      : { ...fill(BY_DAY, { days }), values: [...values, windowDays] }
  ) satisfies CityStatement;
}

function normalsOfMeasure(measure: DayMeasure, rows: readonly NormalRow[], request: NormalsRequest): Normals {
  const { unit } = DAY_MEASURES[measure];
  const known = new Map(rows.map((row) => [row.slot, row]));
  const places = request.by === 'MONTH' ? MONTHS : DAYS;
  return {
    measure,
    unit: unitIn(request.units, unit),
    deviationUnit: unitIn(request.units, differenceOf(unit)),
    since: rows.map(({ since }) => since).sort()[0] ?? null,
    until:
      rows
        .map(({ until }) => until)
        .sort()
        .at(-1) ?? null,
    periods: places.map((place, i) => normal(place, known.get(i + 1), measure, request)),
  };
}

function normal(
  place: Place,
  row: NormalRow | undefined,
  measure: DayMeasure,
  request: NormalsRequest,
): Normal {
  const { years, days } = row ?? { years: 0, days: 0 };
  const enough = isEnough({ years, days }, request) ? row : undefined;
  const { unit } = DAY_MEASURES[measure];
  const convert = converter(request.units, unit);
  return {
    ...place,
    mean: orNull(convert, enough?.mean),
    p25: orNull(convert, enough?.quartiles[0]),
    p75: orNull(convert, enough?.quartiles[1]),
    standardDeviation: orNull(converter(request.units, differenceOf(unit)), enough?.deviation),
    years,
    days,
  };
}
