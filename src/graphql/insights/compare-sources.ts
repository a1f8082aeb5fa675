import { sqlFile } from '../../database/sql.js';
import { PARAMETERS } from '../../domain/parameters.js';
import { converter, differenceOf, unitIn } from '../../domain/units.js';
import type { CompareSourcesRequest } from '../arguments/nearby.js';
import type { Context } from '../context.js';
import type { SourceComparison } from '../generated/resolvers.js';
import { loadCity } from '../loaders/cities.js';
import { COMPARED } from './compared.js';
import { orNull } from './enough.js';
import { loadRows } from '../loaders/rows.js';

const COMPARE = sqlFile(import.meta.url, 'compare-sources.sql');

type ComparedRow = Omit<SourceComparison, 'unit'>;

const NO_HOURS = { hours: 0, liveHours: 0, reanalysisHours: 0 };

/** What a city's live sources said against reanalysis, by parameter. */
export async function compareSources(
  context: Context,
  request: CompareSourcesRequest,
): Promise<SourceComparison[]> {
  const { cityId, from, to, minHours, units } = request;
  const city = await loadCity(context, cityId);
  if (!city) return [];
  const rows = await loadRows<ComparedRow>(context, cityId, 'compare', { from, to }, () => ({
    ...COMPARE,
    values: [from, to],
  }));
  return COMPARED.map((parameter) => {
    const row = rows.find((one) => one.parameter === parameter);
    const unit = differenceOf(PARAMETERS[parameter].unit);
    const convert = converter(units, unit);
    const enough = row && row.hours >= minHours ? row : undefined;
    return {
      ...NO_HOURS,
      ...row,
      parameter,
      unit: unitIn(units, unit),
      bias: orNull(convert, enough?.bias),
      meanAbsoluteError: orNull(convert, enough?.meanAbsoluteError),
      rootMeanSquareError: orNull(convert, enough?.rootMeanSquareError),
    };
  });
}
