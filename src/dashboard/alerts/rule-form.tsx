import { useState } from 'preact/hooks';
import { PARAMETERS } from '../domain/parameters.js';
import type { AlertComparison, AlertSubject, CreateAlertRuleInput, Parameter } from '../generated/graphql.js';
import { Select } from '../ui/select.js';
import { COMPARISONS, SUBJECTS } from './rule-text.js';

const options = <T extends string>(labels: Readonly<Record<T, string>>) =>
  (Object.keys(labels) as T[]).map((value) => ({ value, label: labels[value] }));

/** What a direction is above or below means nothing. */
const COMPARABLE = PARAMETERS.filter(({ parameter }) => parameter !== 'WIND_FROM_DIRECTION').map(
  ({ parameter, label }) => ({ value: parameter, label }),
);

interface Draft {
  name: string;
  subject: AlertSubject;
  parameter: Parameter;
  comparison: AlertComparison;
  threshold: string;
}

/** The first that comes to mind. */
const FROST: Draft = {
  ...{ name: 'Frost', subject: 'OBSERVATION', parameter: 'AIR_TEMPERATURE' },
  ...{ comparison: 'BELOW', threshold: '0' },
};

interface Props {
  unitOf: (parameter: Parameter) => string;
  onCreate: (input: CreateAlertRuleInput) => void;
}

/** Takes a rule on the weather of all followed cities; it begins as an example that may be made as it is. */
export function RuleForm({ unitOf, onCreate }: Props) {
  const [draft, setDraft] = useState(FROST);
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    onCreate({ ...draft, name: draft.name.trim(), threshold: Number(draft.threshold) });
  };
  return (
    <form class="rule-form" onSubmit={onSubmit}>
      <label class="field">
        <span>Name of a new rule</span>
        <input
          type="text"
          required
          maxLength={100}
          value={draft.name}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </label>
      <Select
        label="Looks at"
        options={options(SUBJECTS)}
        value={draft.subject}
        onChange={(subject) => change({ subject })}
      />
      <Select
        label="Parameter of the rule"
        options={COMPARABLE}
        value={draft.parameter}
        onChange={(parameter) => change({ parameter })}
      />
      <Select
        label="Side"
        options={options(COMPARISONS)}
        value={draft.comparison}
        onChange={(comparison) => change({ comparison })}
      />
      <label class="field rule-threshold">
        <span>Threshold, {unitOf(draft.parameter)}</span>
        <input
          type="number"
          step="any"
          required
          value={draft.threshold}
          onInput={(event) => change({ threshold: event.currentTarget.value })}
        />
      </label>
      <button type="submit" class="button">
        Make the rule
      </button>
    </form>
  );
}
