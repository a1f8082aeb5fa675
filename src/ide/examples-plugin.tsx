import { useGraphiQL, useGraphiQLActions, type GraphiQLPlugin } from '@graphiql/react';
import type { Example } from './examples.js';

/** A panel that lists the examples, whatever became of their tabs. */
export function examplesPlugin(examples: readonly Example[]): GraphiQLPlugin {
  return {
    title: 'Examples',
    icon: Icon,
    content: function Panel() {
      return <Examples examples={examples} />;
    },
  };
}

/** Opens each in a tab of its own. */
function Examples({ examples }: { examples: readonly Example[] }) {
  const actions = useGraphiQLActions();
  const editors = useGraphiQL(({ queryEditor, variableEditor, headerEditor }) => ({
    queryEditor,
    variableEditor,
    headerEditor,
  }));
  const open = ({ query, variables = '', headers = '' }: Example): void => {
    actions.addTab();
    editors.queryEditor?.setValue(query);
    editors.variableEditor?.setValue(variables);
    editors.headerEditor?.setValue(headers);
  };
  return (
    <section className="examples" aria-label="Examples">
      <h2 className="graphiql-doc-explorer-title">Examples</h2>
      <p>Each works as it stands, and opens in a new tab.</p>
      <ul>
        {examples.map((example) => (
          <li key={example.name}>
            <button
              type="button"
              className="example"
              onClick={() => {
                open(example);
              }}
            >
              {inWords(example.name)}
            </button>
            <p>{example.about}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** MonthOfDays: Month of days. */
function inWords(name: string): string {
  return name.replace(/(?<=\w)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function Icon() {
  return (
    <svg viewBox="0 0 24 24" width="1em" height="1em" fill="none" stroke="currentColor" strokeWidth="1.5">
      <path d="M4 5h16M4 12h16M4 19h10" />
    </svg>
  );
}
