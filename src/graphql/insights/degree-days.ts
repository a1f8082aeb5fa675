import { converter, unitIn } from '../../domain/units.js';
import type { DegreeDaysRequest } from '../arguments/streaks.js';
import type { Context } from '../context.js';
import type { DegreeDays } from '../generated/resolvers.js';
import { fill, sqlTemplate } from '../lists/template.js';
import { orNull } from './enough.js';
import { loadRows } from '../loaders/rows.js';
import { daysOf } from './measures.js';

const DEGREE_DAYS = fill(sqlTemplate(import.meta.url, 'degree-days.sql'), {
  days: daysOf(['AIR_TEMPERATURE_MEAN']),
});

interface DegreeDaysRow {
  days: number;
  heating: number;
  cooling: number;
  growing: number;
}

const NO_DAYS: DegreeDaysRow = { days: 0, heating: 0, cooling: 0, growing: 0 };

/** A city's degree days over a range; totals are null when more days are missing than may. */
export async function loadDegreeDays(
  context: Context,
  cityId: number,
  request: DegreeDaysRequest,
): Promise<DegreeDays> {
  const { days, base, growingBase, growingCap, minCoverage, units } = request;
  const [row = NO_DAYS] = await loadRows<DegreeDaysRow>(context, cityId, 'degree days', request, () => ({
    ...DEGREE_DAYS,
    values: [days.from, days.to, minCoverage, context.now, base, growingBase, growingCap],
  }));
  const daysMissing = days.length - row.days;
  // Without a single day there is nothing to sum, however many may be missing.
  const known = daysMissing <= request.maxMissingDays && row.days > 0 ? row : undefined;
  const temperature = converter(units, '°C');
  const total = converter(units, 'K·d');
  return {
    base: temperature(base),
    growingBase: temperature(growingBase),
    growingCap: orNull(temperature, growingCap),
    baseUnit: unitIn(units, '°C'),
    unit: unitIn(units, 'K·d'),
    heating: orNull(total, known?.heating),
    cooling: orNull(total, known?.cooling),
    growing: orNull(total, known?.growing),
    daysUsed: row.days,
    daysMissing,
  };
}
