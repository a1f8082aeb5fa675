import { StopRequestedError } from '../../database/fence.js';
import type { Job, RunParameters } from '../../database/run-requests.js';
import { messageOf, withoutCredentials } from '../../errors.js';
import type { ActiveRun } from '../../jobs/active-run.js';
import { beginRun } from '../../jobs/begin.js';
import type { JobResult } from '../../jobs/worker.js';
import { InterruptedError } from '../exit-codes.js';
import type { Session } from '../session.js';
import { runById, type RunRow } from './run-row.js';

export interface OwnRun {
  job: Job;
  parameters: RunParameters;
  /** Told to whoever interrupts it: what becomes of the work done so far. */
  whenInterrupted: string;
}

/**
 * Does a run that only this command can do, or that no job does. It is in the table of runs like any other.
 * @throws InterruptedError after Ctrl-C, once the work came to a safe point
 */
export async function doOwnRun(
  session: Session,
  { job, parameters, whenInterrupted }: OwnRun,
  work: (run: ActiveRun) => Promise<JobResult>,
): Promise<RunRow> {
  const run = await beginRun(session.pool, job, 'cli', parameters, session.logger);
  const stop = (): void => run.requestStop();
  session.interrupt.addEventListener('abort', stop);
  if (session.interrupt.aborted) stop();
  try {
    const { status, error } = await work(run);
    await run.finish(status, error ?? null);
  } catch (error) {
    const interrupted = error instanceof StopRequestedError;
    const text = interrupted ? `Interrupted. ${whenInterrupted}` : withoutCredentials(messageOf(error));
    await run.finish('FAILED', text);
    throw interrupted ? new InterruptedError(text) : error;
  } finally {
    session.interrupt.removeEventListener('abort', stop);
  }
  return runById(session.pool, run.row.id);
}
