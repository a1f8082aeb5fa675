import { requestRefresh } from '../../database/run-requests.js';
import { run, sqlFile } from '../../database/sql.js';
import { parseSomeCityIds } from '../arguments/ids.js';
import type { Context } from '../context.js';
import type { RefreshWeatherInput, UserError } from '../generated/resolvers.js';
import type { RefreshWeatherNode } from '../nodes.js';
import { fetchRuns } from './runs.js';

const TRACKED = sqlFile(import.meta.url, 'tracked-cities.sql');

/** Checks the ids of a refresh; null for all tracked cities. */
export function refreshedCities({ cityIds }: RefreshWeatherInput): number[] | null {
  return cityIds ? parseSomeCityIds('input.cityIds', cityIds) : null;
}

/** Asks for a refresh, unless a city of it cannot be refreshed. */
export async function refreshWeather(
  context: Context,
  input: RefreshWeatherInput,
): Promise<RefreshWeatherNode> {
  const cityIds = refreshedCities(input);
  const userErrors = cityIds ? await problemsWith(context, cityIds, input.cityIds ?? []) : [];
  if (userErrors.length > 0) return { run: null, userErrors };
  const id = await requestRefresh(context.write, { requestedBy: context.caller, cityIds });
  const runs = await fetchRuns(context.write, [id]);
  return { run: runs.get(id) ?? null, userErrors: [] };
}

/** Ids that are nobody's, or of cities that are not followed. */
async function problemsWith(
  context: Context,
  cityIds: readonly number[],
  asGiven: readonly string[],
): Promise<UserError[]> {
  const { rows } = await run<{ id: number; tracked: boolean }>(context.write, TRACKED, [cityIds]);
  const tracked = new Map(rows.map((row) => [row.id, row.tracked]));
  return cityIds.flatMap((id) => {
    const known = tracked.get(id);
    if (known === true) return [];
    const field = ['input', 'cityIds', String(asGiven.findIndex((text) => Number(text) === id))];
    return known === undefined
      ? [{ code: 'NOT_FOUND', message: `The catalogue has no city with the id ${id}.`, field }]
      : [{ code: 'NOT_TRACKED', message: `City ${id} is not followed: follow it first.`, field }];
  });
}
