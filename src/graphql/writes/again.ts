import { parseRunId } from '../arguments/ids.js';
import type { Context } from '../context.js';
import type { RebuildSummariesInput, ReplayInput, RetryRejectsInput } from '../generated/resolvers.js';
import type { RunPayloadNode } from '../nodes.js';
import { parseOptionalCities, problemsWith } from './cities.js';
import { parseInputRange, problemsWithRange, windowOf } from './ranges.js';
import { requested } from './requested-run.js';

/** Asks for what was fetched in a range to be loaded again. */
export async function replay(context: Context, input: ReplayInput): Promise<RunPayloadNode> {
  const { userErrors, cities, window } = await rangeOf(context, input);
  return requested(context, userErrors, { job: 'REPLAY', parameters: cities, window });
}

/** Asks for hours to be summarised again. */
export async function rebuildSummaries(
  context: Context,
  input: RebuildSummariesInput,
): Promise<RunPayloadNode> {
  const { userErrors, cities, window } = await rangeOf(context, input);
  return requested(context, userErrors, {
    job: 'TRANSFORM',
    parameters: { ...cities, rebuild: true },
    window,
  });
}

/** Checks what `retryRejects` is asked. */
export function rejectedOf({ cityIds, reason, runId }: RetryRejectsInput) {
  return {
    cityIds: parseOptionalCities(cityIds),
    rejected: {
      ...(reason && { reason }),
      ...(typeof runId === 'string' && { runId: parseRunId('input.runId', runId) }),
    },
  };
}

/** Asks for payloads to be loaded again of which something is still refused. */
export async function retryRejects(context: Context, input: RetryRejectsInput): Promise<RunPayloadNode> {
  const { cityIds, rejected } = rejectedOf(input);
  const userErrors = cityIds ? await problemsWith(context, cityIds, input.cityIds ?? []) : [];
  const parameters = { rejected, ...(cityIds && { cityIds }) };
  return requested(context, userErrors, { job: 'REPLAY', parameters });
}

async function rangeOf(context: Context, input: ReplayInput | RebuildSummariesInput) {
  const cityIds = parseOptionalCities(input.cityIds);
  const ends = parseInputRange(input.range);
  const userErrors = [
    ...(cityIds ? await problemsWith(context, cityIds, input.cityIds ?? []) : []),
    ...problemsWithRange(ends),
  ];
  return { userErrors, cities: cityIds ? { cityIds } : {}, window: windowOf(ends) };
}
