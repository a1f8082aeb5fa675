import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { examplesPlugin } from './examples-plugin.js';
import { examplesOf } from './examples.js';
import { fetcher } from './fetcher.js';
import { DiscreetStorage, headersAreKept } from './storage.js';

const FILES = import.meta.glob<string>('./examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const EXAMPLES = examplesOf(FILES, new Date());
const PLUGINS = [examplesPlugin(EXAMPLES), HISTORY_PLUGIN, explorerPlugin({ showAttribution: false })];
const STORAGE = new DiscreetStorage(localStorage);
const KEPT = headersAreKept();
/** GraphiQL fills its editors from the last visit; at the first, only the query comes from the first tab by itself. */
const FIRST_VISIT = STORAGE.getItem('graphiql:tabState') === null;
const INITIAL = FIRST_VISIT && EXAMPLES[0]?.variables ? { initialVariables: EXAMPLES[0].variables } : {};

/** GraphiQL with our examples, our storage and our way to ask. */
export function App() {
  return (
    <main>
      <h1 className="unseen">GraphQL of the weather warehouse</h1>
      <GraphiQL
        {...INITIAL}
        fetcher={fetcher}
        plugins={PLUGINS}
        storage={STORAGE}
        defaultTabs={EXAMPLES}
        defaultEditorToolsVisibility="variables"
        shouldPersistHeaders={KEPT}
        showPersistHeadersSettings
        inputValueDeprecation
        schemaDescription
      >
        <GraphiQL.Logo>
          <a className="home" href="/">
            Weather warehouse
          </a>
        </GraphiQL.Logo>
        <GraphiQL.Footer>
          <p className="about">
            What is this? The API of a weather warehouse: every number says where it came from and how
            complete it is. <a href="/">Dashboard</a> · <a href="/schema.graphql">Schema</a> ·{' '}
            <a href="/export/daily-summaries.csv?tracked=true&past=P30D">Last 30 days as CSV</a>
          </p>
        </GraphiQL.Footer>
      </GraphiQL>
    </main>
  );
}
