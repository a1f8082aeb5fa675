import { useState } from 'preact/hooks';
import { useQuery } from '../api/use-query.js';
import { FreshnessDocument, PipelineDocument, RejectsDocument } from '../generated/graphql.js';
import { CopyMenu } from '../ui/copy-menu.js';
import { Panel } from '../ui/panel.js';
import { When } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import { Admin } from './admin.js';
import { Checks } from './checks.js';
import { Freshness } from './freshness.js';
import { Headline } from './headline.js';
import { isActive } from './health.js';
import { NextRuns } from './next-runs.js';
import { Quotas } from './quotas.js';
import { Rejects } from './rejects.js';
import { Runs } from './runs.js';

/** Milliseconds between looks: while something runs, and else. */
const ACTIVE = 2_000;
const QUIET = 10_000;

/** Whether the warehouse is well, and what it does. */
export function PipelineView() {
  const now = useNow(1_000);
  const [isBusy, setBusy] = useState(false);
  const pipeline = useQuery(PipelineDocument, {}, isBusy ? ACTIVE : QUIET);
  const freshness = useQuery(FreshnessDocument, {}, isBusy ? ACTIVE : QUIET);
  const rejects = useQuery(RejectsDocument, {}, 30_000);
  const busy = pipeline.data?.runs.nodes.some(isActive) ?? false;
  if (busy !== isBusy) setBusy(busy);
  const cities = freshness.data?.cities.nodes ?? [];
  const reload = () => {
    pipeline.reload();
    freshness.reload();
  };
  return (
    <>
      <When answer={pipeline} label="The pipeline" height="high">
        {(data) => (
          <>
            <Headline pipeline={data} cities={cities} now={now} />
            <div class="pipeline">
              <Panel title="Runs" class="wide">
                <Runs runs={data.runs.nodes} now={now} />
                <footer class="panel-foot">
                  <CopyMenu
                    name="the pipeline"
                    question={{ query: PipelineDocument.toString(), variables: {} }}
                  />
                </footer>
              </Panel>
              <Panel title="Next runs">
                <NextRuns runs={data.warehouse.nextRuns} now={now} />
              </Panel>
              <Panel title="Quota">
                <Quotas quotas={data.warehouse.quotas} now={now} />
              </Panel>
              <Panel title="Data checks" class="wide">
                <Checks checks={data.warehouse.checks} now={now} />
              </Panel>
            </div>
          </>
        )}
      </When>
      <div class="pipeline">
        <Panel title="Freshness by city" class="wide">
          <When answer={freshness} label="Freshness">
            {(data) => <Freshness cities={data.cities.nodes} now={now} />}
          </When>
          <footer class="panel-foot">
            <CopyMenu name="freshness" question={{ query: FreshnessDocument.toString(), variables: {} }} />
          </footer>
        </Panel>
        <Panel title="Administer">
          <Admin onDone={reload} />
        </Panel>
        <Panel title="Refused" class="whole">
          <When answer={rejects} label="What was refused">
            {(data) => <Rejects runs={data.runs.nodes} now={now} />}
          </When>
          <footer class="panel-foot">
            <CopyMenu
              name="what was refused"
              question={{ query: RejectsDocument.toString(), variables: {} }}
            />
          </footer>
        </Panel>
      </div>
    </>
  );
}
