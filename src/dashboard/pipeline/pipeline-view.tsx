import { useCallback, useState } from 'preact/hooks';
import { AlertsPanel } from '../alerts/alerts-panel.js';
import { useRunProgress } from '../api/run-progress.js';
import { useQuery } from '../api/use-query.js';
import { FreshnessDocument, PipelineDocument } from '../generated/graphql.js';
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
import { RejectsPanel } from './rejects.js';
import { Runs } from './runs.js';

/** Milliseconds between looks: while something runs, and else. Progress itself comes by subscription. */
const ACTIVE = 2_000;
const QUIET = 10_000;

/** Whether the warehouse is well, and what it does. */
export function PipelineView() {
  const now = useNow(1_000);
  const [isBusy, setBusy] = useState(false);
  const pipeline = useQuery(PipelineDocument, {}, isBusy ? ACTIVE : QUIET);
  const freshness = useQuery(FreshnessDocument, {}, isBusy ? ACTIVE : QUIET);
  const known = pipeline.data?.runs.nodes ?? [];
  const active = known.filter(isActive).map(({ id }) => id);
  const reload = useCallback(() => {
    pipeline.reload();
    freshness.reload();
  }, [pipeline.reload, freshness.reload]);
  const live = useRunProgress(active, reload);
  if (active.length > 0 !== isBusy) setBusy(active.length > 0);
  const cities = freshness.data?.cities.nodes ?? [];
  return (
    <When answer={pipeline} label="The pipeline" height="high">
      {(data) => (
        <>
          <Headline pipeline={data} cities={cities} now={now} />
          <div class="pipeline">
            <div class="column">
              <Panel title="Runs">
                <Runs
                  runs={known.map((run) => (isActive(run) ? (live.get(run.id) ?? run) : run))}
                  now={now}
                />
                <footer class="panel-foot">
                  <CopyMenu
                    name="the pipeline"
                    question={{ query: PipelineDocument.toString(), variables: {} }}
                  />
                </footer>
              </Panel>
              <Panel title="Freshness by city">
                <When answer={freshness} label="Freshness">
                  {(answer) => <Freshness cities={answer.cities.nodes} now={now} onDone={reload} />}
                </When>
                <footer class="panel-foot">
                  <CopyMenu
                    name="freshness"
                    question={{ query: FreshnessDocument.toString(), variables: {} }}
                  />
                </footer>
              </Panel>
              <AlertsPanel now={now} />
              <RejectsPanel now={now} />
            </div>
            <div class="column">
              <Panel title="Next runs">
                <NextRuns runs={data.warehouse.nextRuns} now={now} />
              </Panel>
              <Panel title="Quota">
                <Quotas quotas={data.warehouse.quotas} now={now} />
              </Panel>
              <Panel title="Administer">
                <Admin onDone={reload} />
              </Panel>
              <Panel title="Data checks">
                <Checks checks={data.warehouse.checks} now={now} />
              </Panel>
            </div>
          </div>
        </>
      )}
    </When>
  );
}
