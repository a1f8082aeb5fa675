import { useState } from 'preact/hooks';
import { useQuery } from '../api/use-query.js';
import { AlertsDocument, type AlertsQuery, type Parameter } from '../generated/graphql.js';
import { failure, type Outcome } from '../pipeline/outcome.js';
import { useKey } from '../state/key.js';
import { CopyMenu } from '../ui/copy-menu.js';
import { Panel } from '../ui/panel.js';
import { EmptyNote, When } from '../ui/states.js';
import { AlertList } from './alert-list.js';
import { createRule, deleteRule } from './change-rules.js';
import { RuleForm } from './rule-form.js';
import { ruleText, type Rule } from './rule-text.js';

/** What fired, and the rules on the weather: an administrator’s. */
export function AlertsPanel({ now }: { now: number }) {
  const hasKey = useKey() !== '';
  return (
    <Panel title="Alerts">
      {hasKey ? (
        <WithKey now={now} />
      ) : (
        <EmptyNote>
          What fired, and the rules on the weather, are shown to administrators: enter the key under{' '}
          <a href="#title-administer">Administer</a>.
        </EmptyNote>
      )}
    </Panel>
  );
}

function WithKey({ now }: { now: number }) {
  const answer = useQuery(AlertsDocument, {}, 15_000);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const act = async (action: Promise<Outcome>) => {
    setOutcome(await action.catch(failure));
    answer.reload();
  };
  return (
    <>
      <When answer={answer} label="Alerts">
        {(data) => {
          const unitOf = (name: Parameter) =>
            data.parameters.find(({ parameter }) => parameter === name)?.unit ?? '';
          return (
            <>
              <AlertList alerts={data.alerts} now={now} />
              <h3 class="sub-title">Rules on the weather</h3>
              <Rules
                rules={data.alertRules}
                unitOf={unitOf}
                onDelete={({ id }) => void act(deleteRule(id))}
              />
              <RuleForm unitOf={unitOf} onCreate={(input) => void act(createRule(input))} />
            </>
          );
        }}
      </When>
      <p role="status" class={outcome?.isGood ? 'outcome-good' : 'outcome-bad'}>
        {outcome?.text}
      </p>
      <footer class="panel-foot">
        <CopyMenu name="alerts" question={{ query: AlertsDocument.toString(), variables: {} }} />
      </footer>
    </>
  );
}

interface RulesProps {
  rules: AlertsQuery['alertRules'];
  unitOf: (parameter: Parameter) => string;
  onDelete: (rule: Rule) => void;
}

function Rules({ rules, unitOf, onDelete }: RulesProps) {
  if (rules.length === 0)
    return <p class="muted">None yet. Frost, heat, gusts: a rule tells each occurrence once.</p>;
  return (
    <ul class="plain-list rules">
      {rules.map((rule) => (
        <li key={rule.id}>
          <span>
            <strong>{rule.name}</strong> <span class="muted">{ruleText(rule, unitOf(rule.parameter))}</span>
            {!rule.enabled && <span class="badge">off</span>}
          </span>
          <button
            type="button"
            class="link"
            aria-label={`Remove the rule ${rule.name}`}
            onClick={() => onDelete(rule)}
          >
            Remove
          </button>
        </li>
      ))}
    </ul>
  );
}
