import { formatAge } from '../domain/format.js';
import type { PipelineQuery } from '../generated/graphql.js';
import { EmptyNote } from '../ui/states.js';

type Planned = PipelineQuery['warehouse']['nextRuns'][number];

/** What runs next, the soonest first. */
export function NextRuns({ runs, now }: { runs: readonly Planned[]; now: number }) {
  if (runs.length === 0)
    return <EmptyNote>This process plans no runs: another one with the role “worker” may.</EmptyNote>;
  const soonest = [...runs].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return (
    <ol class="plain-list">
      {soonest.map(({ job, at }) => (
        <li key={job}>
          {job.toLowerCase()} <span class="muted">{formatAge(Math.max(Date.parse(at), now), now)}</span>
        </li>
      ))}
    </ol>
  );
}
