import { useQuery } from '../api/use-query.js';
import { formatAge } from '../domain/format.js';
import { RejectsDocument, type RejectsQuery } from '../generated/graphql.js';
import { CopyMenu } from '../ui/copy-menu.js';
import { Panel } from '../ui/panel.js';
import { EmptyNote, When } from '../ui/states.js';

/** What was refused lately, asked for now and then. */
export function RejectsPanel({ now }: { now: number }) {
  const answer = useQuery(RejectsDocument, {}, 30_000);
  return (
    <Panel title="Refused">
      <When answer={answer} label="What was refused">
        {(data) => <Rejects runs={data.runs.nodes} now={now} />}
      </When>
      <footer class="panel-foot">
        <CopyMenu name="what was refused" question={{ query: RejectsDocument.toString(), variables: {} }} />
      </footer>
    </Panel>
  );
}

/** What was refused lately, and why; the raw answers are kept. */
function Rejects({ runs, now }: { runs: RejectsQuery['runs']['nodes']; now: number }) {
  const rejects = runs.flatMap(({ id, rejects: { nodes } }) =>
    nodes.map((reject) => ({ ...reject, runId: id })),
  );
  if (rejects.length === 0) return <EmptyNote>Nothing was refused in the latest loads.</EmptyNote>;
  return (
    <div class="table-scroll" role="region" tabIndex={0} aria-label="Refused values">
      <table>
        <thead>
          <tr>
            <th scope="col">City</th>
            <th scope="col">Reason</th>
            <th scope="col">Where</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {rejects.map((reject, i) => (
            <tr key={`${reject.runId} ${i}`}>
              <th scope="row">{reject.city.name}</th>
              <td>
                <span class="badge">{reject.reason.toLowerCase().replaceAll('_', ' ')}</span> {reject.detail}
              </td>
              <td>
                <code>{reject.path ?? 'the whole answer'}</code> {reject.value}
              </td>
              <td class="muted">
                {formatAge(Date.parse(reject.at), now)}
                {reject.resolvedAt && ', accepted since'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
