import { countText, formatAge, formatDuration } from '../domain/format.js';
import type { RunStatus } from '../generated/graphql.js';
import { EmptyNote } from '../ui/states.js';
import { isActive, type Run } from './health.js';

const STATUS: Readonly<Record<RunStatus, { text: string; look: string }>> = {
  REQUESTED: { text: 'waiting', look: 'badge-busy' },
  RUNNING: { text: 'running', look: 'badge-busy' },
  SUCCEEDED: { text: 'done', look: 'badge-good' },
  PARTIAL: { text: 'in part', look: 'badge-warn' },
  FAILED: { text: 'failed', look: 'badge-bad' },
  ABANDONED: { text: 'abandoned', look: 'badge-warn' },
  CANCELLED: { text: 'cancelled', look: '' },
};

/** The newest runs: what each did, and how far those are that still run. */
export function Runs({ runs, now }: { runs: readonly Run[]; now: number }) {
  if (runs.length === 0)
    return (
      <EmptyNote>Nothing has run yet. A process with the role “worker” or “all” runs the jobs.</EmptyNote>
    );
  return (
    <div class="table-scroll" role="region" tabIndex={0} aria-label="Newest runs">
      <table class="runs">
        <thead>
          <tr>
            <th scope="col">Job</th>
            <th scope="col">State</th>
            <th scope="col">Asked</th>
            <th scope="col">Took</th>
            <th scope="col">Did</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.id}>
              <th scope="row">
                {run.job.toLowerCase()} <span class="muted small">#{run.id}</span>
              </th>
              <td>
                <span class={`badge ${STATUS[run.status].look}`}>{STATUS[run.status].text}</span>
              </td>
              <td class="muted">
                {formatAge(Date.parse(run.requestedAt), now)}, {run.trigger.toLowerCase()}
              </td>
              <td>{durationOf(run, now)}</td>
              <td class="run-did">{isActive(run) ? <Progress run={run} /> : <Did run={run} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function durationOf({ startedAt, finishedAt }: Run, now: number): string {
  if (!startedAt) return '–';
  const ms = (finishedAt ? Date.parse(finishedAt) : now) - Date.parse(startedAt);
  // The API's instants are of whole seconds.
  return ms < 1_000 ? '< 1 s' : formatDuration(ms).replace('.0 s', ' s');
}

function Progress({ run }: { run: Run }) {
  const { done, total } = run.progress;
  return (
    <>
      <progress
        {...(total > 0 && { value: done, max: total })}
        aria-label={`Progress of ${run.job.toLowerCase()}`}
      />
      <span class="muted small">
        {total > 0 ? `${done.toLocaleString('en')} of ${total.toLocaleString('en')}` : 'not known yet'}
      </span>
    </>
  );
}

function Did({ run }: { run: Run }) {
  const { calls, observationsInserted, observationsUpdated, rejects, hoursSummarised } = run.counts;
  const parts = [
    calls > 0 && countText(calls, 'call'),
    observationsInserted > 0 && `${observationsInserted.toLocaleString('en')} new`,
    observationsUpdated > 0 && `${observationsUpdated.toLocaleString('en')} changed`,
    hoursSummarised > 0 && countText(hoursSummarised, 'hour'),
    rejects > 0 && `${rejects.toLocaleString('en')} refused`,
  ].filter((part) => part !== false);
  return (
    <>
      {parts.length > 0 ? parts.join(', ') : <span class="muted">nothing to do</span>}
      {run.error && <p class="run-error">{run.error}</p>}
    </>
  );
}
