import type { PoolClient } from 'pg';

/**
 * Refuses a write of a run that lost its lease. Called inside every transaction that writes; it holds the
 * run's row until the transaction ends, so that nobody can take the run over between check and commit.
 * @throws LostLeaseError when the run has another owner by now, or was cancelled
 */
export type Fence = (client: PoolClient) => Promise<void>;

/** Another process owns the run: this one must stop working on it. */
export class LostLeaseError extends Error {
  override readonly name = 'LostLeaseError';

  constructor(runId: string) {
    super(`Run ${runId} is no longer ours: another process took it over, or it was cancelled`);
  }
}

/** The process is about to stop: a run ends at its next safe point and goes back to the queue. */
export class StopRequestedError extends Error {
  override readonly name = 'StopRequestedError';

  constructor() {
    super('The process is stopping: the run goes back to the queue');
  }
}
