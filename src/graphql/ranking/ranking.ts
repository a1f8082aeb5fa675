import { converter, unitIn } from '../../domain/units.js';
import { isoDay } from '../arguments/instants.js';
import type { RankingRequest } from '../arguments/ranking.js';
import { citySelection } from '../cities/list.js';
import type { Context } from '../context.js';
import { fill, sqlTemplate } from '../lists/template.js';
import { loadCity } from '../loaders/cities.js';
import type { RankedCityNode } from '../nodes.js';
import { MEASURES } from './measures.js';

const RANKING = sqlTemplate(import.meta.url, 'ranking.sql');

interface RankedRow {
  rank: number;
  city_id: number;
  value: number;
  /** Its day, seconds since 1970. */
  date: number;
}

/** Cities in the order of a measure. */
export async function loadRanking(context: Context, request: RankingRequest): Promise<RankedCityNode[]> {
  const { sql, unit } = MEASURES[request.by];
  const rows = await fetchRanking(context, request, sql);
  const convert = converter(request.units, unit);
  const cities = await Promise.all(rows.map((row) => loadCity(context, row.city_id)));
  return rows.flatMap(({ rank, value, date }, i) => {
    const city = cities[i];
    if (!city) return [];
    const { units, ofOneDay } = request;
    const day = ofOneDay ? { date, units } : null;
    return [{ rank, value: convert(value), unit: unitIn(units, unit), city, day }];
  });
}

async function fetchRanking(
  context: Context,
  { filter, ids, direction, days, minCoverage, first }: RankingRequest,
  measure: string,
): Promise<RankedRow[]> {
  const cities = await citySelection(context.read, { filter, ids }, 'id');
  const statement = fill(RANKING, { measure, direction, cities: cities.text });
  const bounds = days ? [isoDay(days.from), isoDay(days.to)] : [null, null];
  const values = [...cities.values, ...bounds, context.now, minCoverage, first];
  return (await context.read.query<RankedRow>({ ...statement, values })).rows;
}
