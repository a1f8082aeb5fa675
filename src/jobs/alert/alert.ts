import type { Pool } from 'pg';
import { deliverAlerts } from '../../alerts/deliver.js';
import { raiseAlerts } from '../../alerts/raise.js';
import type { Post } from '../../alerts/webhook.js';
import { transaction } from '../../database/transaction.js';
import type { ActiveRun } from '../active-run.js';
import type { JobResult } from '../worker.js';

/** What the settings say about alerts. */
export interface AlertSettings {
  source: string;
  /** Limits of the source in use, in the periods that run now. */
  periods: () => readonly { period: string; limit: number }[];
  /** Undefined without a webhook: alerts are kept, and posted nowhere. */
  post: Post | undefined;
  /** Whether the end of an alert is posted, too. */
  tellsEnds: boolean;
  onDelivery?: (outcome: 'delivered' | 'failed') => void;
}

/** Looks for what is worth an alert, then posts what waits. A run of its own, which nothing waits for. */
export async function alert(pool: Pool, settings: AlertSettings, run: ActiveRun): Promise<JobResult> {
  const { source, periods, post, tellsEnds, onDelivery } = settings;
  const { fence, signal } = run;
  await transaction(pool, async (client) => {
    await fence(client);
    await raiseAlerts(client, { source, periods: periods(), isPosted: post !== undefined, tellsEnds });
  });
  if (!post) return { status: 'SUCCEEDED' };
  const { trouble } = await deliverAlerts(pool, { post, tellsEnds, fence, signal, onDelivery });
  return trouble === null
    ? { status: 'SUCCEEDED' }
    : { status: 'PARTIAL', error: `${trouble}; alerts wait for it.` };
}
