import { track, untrack } from '../../catalogue/tracking.js';
import { LONGEST_INTERVAL_MINUTES, SHORTEST_INTERVAL_MINUTES } from '../../domain/interval.js';
import { fetchCities } from '../cities/city.js';
import type { Context } from '../context.js';
import type { TrackCitiesInput, UntrackCitiesInput, UserError } from '../generated/resolvers.js';
import type { CitiesPayloadNode, CityNode } from '../nodes.js';
import { parseInputCities, problemsWith } from './cities.js';
import { userError } from './user-errors.js';

/** Follows cities from now on, all of them or none. */
export async function trackCities(context: Context, input: TrackCitiesInput): Promise<CitiesPayloadNode> {
  const cityIds = parseInputCities(input.cityIds);
  const { source, intervalMinutes } = context.surroundings.tracking;
  const userErrors = [
    ...(await problemsWith(context, cityIds, input.cityIds)),
    ...problemsWithInterval(input.intervalMinutes),
    ...problemsWithSource(input.source, source),
  ];
  if (userErrors.length > 0) return { cities: [], userErrors };
  const options = { source, intervalMinutes: input.intervalMinutes ?? intervalMinutes, by: context.caller };
  await track(context.write, cityIds, options);
  return { cities: await inOrder(context, cityIds), userErrors: [] };
}

/** Follows cities no longer. Those that nobody followed are no error: what was wanted is so. */
export async function untrackCities(context: Context, input: UntrackCitiesInput): Promise<CitiesPayloadNode> {
  const cityIds = parseInputCities(input.cityIds);
  const userErrors = await problemsWith(context, cityIds, input.cityIds);
  if (userErrors.length > 0) return { cities: [], userErrors };
  const ended = new Set(await untrack(context.write, cityIds, context.caller));
  const cities = await inOrder(
    context,
    cityIds.filter((id) => ended.has(id)),
  );
  return { cities, userErrors: [] };
}

function problemsWithInterval(minutes: number | null | undefined): UserError[] {
  if (minutes === null || minutes === undefined) return [];
  if (minutes >= SHORTEST_INTERVAL_MINUTES && minutes <= LONGEST_INTERVAL_MINUTES) return [];
  const bounds = `${SHORTEST_INTERVAL_MINUTES} to ${LONGEST_INTERVAL_MINUTES} minutes (31 days)`;
  const message = `An interval is ${bounds}; it is ${minutes}.`;
  return [userError('INTERVAL_OUT_OF_BOUNDS', message, 'intervalMinutes')];
}

function problemsWithSource(wanted: string | null | undefined, inUse: string): UserError[] {
  if (wanted === null || wanted === undefined || wanted === inUse) return [];
  const message = `This warehouse asks ${inUse} for the weather, one source at a time: WEATHER_SOURCE decides which.`;
  return [userError('SOURCE_NOT_IN_USE', message, 'source')];
}

async function inOrder({ write }: Context, cityIds: readonly number[]): Promise<CityNode[]> {
  const cities = await fetchCities(write, cityIds);
  return cityIds.flatMap((id) => cities.get(id) ?? []);
}
