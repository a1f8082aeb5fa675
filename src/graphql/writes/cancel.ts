import { cancelRun as cancel } from '../../database/run-requests.js';
import { parseRunId } from '../arguments/ids.js';
import type { Context } from '../context.js';
import type { CancelRunInput } from '../generated/resolvers.js';
import type { RunPayloadNode } from '../nodes.js';
import { runPayload } from './requested-run.js';
import { userError } from './user-errors.js';

/** Ends a run that waits or works. */
export async function cancelRun(context: Context, input: CancelRunInput): Promise<RunPayloadNode> {
  const id = parseRunId('input.id', input.id);
  if (await cancel(context.write, id, context.caller)) return runPayload(context, id);
  const payload = await runPayload(context, id);
  if (!payload.run)
    return { run: null, userErrors: [userError('NOT_FOUND', `There is no run ${id}.`, 'id')] };
  const message = `Run ${id} is over already: it is ${payload.run.status}.`;
  return { ...payload, userErrors: [userError('NOT_CANCELLABLE', message, 'id')] };
}
