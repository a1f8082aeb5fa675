import type { Context } from '../context.js';
import type { RefreshWeatherInput } from '../generated/resolvers.js';
import type { RunPayloadNode } from '../nodes.js';
import { parseOptionalCities, problemsWith } from './cities.js';
import { requested } from './requested-run.js';

/** Asks for a refresh, unless a city of it cannot be refreshed. */
export async function refreshWeather(
  context: Context,
  { cityIds: asGiven }: RefreshWeatherInput,
): Promise<RunPayloadNode> {
  const cityIds = parseOptionalCities(asGiven);
  const userErrors = cityIds ? await problemsWith(context, cityIds, asGiven ?? [], 'BE_TRACKED') : [];
  return requested(context, userErrors, { job: 'REFRESH', parameters: cityIds ? { cityIds } : {} });
}
