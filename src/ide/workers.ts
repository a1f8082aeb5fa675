import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import JsonWorker from 'monaco-editor/esm/vs/language/json/json.worker.js?worker';
import GraphQLWorker from 'monaco-graphql/esm/graphql.worker.js?worker';

/** The editor checks and completes in workers: files of our own, which the Content-Security-Policy lets run. */
export function workers(): void {
  const getWorker = (_id: string, label: string): Worker => {
    if (label === 'json') return new JsonWorker();
    return label === 'graphql' ? new GraphQLWorker() : new EditorWorker();
  };
  Object.assign(globalThis, { MonacoEnvironment: { getWorker } });
}
