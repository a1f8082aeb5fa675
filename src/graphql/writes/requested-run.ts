import { requestRun, type RunRequest } from '../../database/run-requests.js';
import type { Context } from '../context.js';
import type { UserError } from '../generated/resolvers.js';
import type { RunPayloadNode } from '../nodes.js';
import { fetchRuns } from '../runs/runs.js';

/** Asks for a run in the caller's name, or answers the active one for the same; nothing is asked for on user errors. */
export async function requested(
  context: Context,
  userErrors: UserError[],
  request: Omit<RunRequest, 'trigger' | 'requestedBy'>,
): Promise<RunPayloadNode> {
  if (userErrors.length > 0) return { run: null, userErrors };
  const id = await requestRun(context.write, { trigger: 'ADMIN', requestedBy: context.caller, ...request });
  return runPayload(context, id);
}

/** A run as it is now, read where it was written. */
export async function runPayload(
  { write }: Context,
  id: string,
  userErrors: UserError[] = [],
): Promise<RunPayloadNode> {
  return { run: (await fetchRuns(write, [id])).get(id) ?? null, userErrors };
}
