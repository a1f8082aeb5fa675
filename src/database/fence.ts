import type { PoolClient } from 'pg';

/**
 * Refuses a write of a run that lost its lease. Called inside every transaction that writes; it holds the
 * run's row until the transaction ends, so that nobody can take the run over between check and commit.
 * @throws when the run has another owner by now
 */
export type Fence = (client: PoolClient) => Promise<void>;
