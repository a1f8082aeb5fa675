import { editor as monaco } from 'monaco-editor/esm/vs/editor/editor.api.js';

type Theme = monaco.IStandaloneThemeData;

/** On GraphiQL's grounds the editor's own colours of these are too pale to read (below 4.5:1). */
const DARK: Partial<Theme> = {
  rules: [{ token: 'comment', foreground: '#84b872' }],
  colors: { 'editorLineNumber.foreground': '#9aa6ba' },
};
const LIGHT: Partial<Theme> = { rules: [{ token: 'number', foreground: '#08764d' }] };

/** A theme whose every text can be read. */
function readable(theme: Theme): Theme {
  const { rules = [], colors = {} } = theme.base === 'vs-dark' ? DARK : LIGHT;
  return { ...theme, rules: [...theme.rules, ...rules], colors: { ...theme.colors, ...colors } };
}

/** Monaco's editors, for GraphiQL, which defines its themes there. */
export const editor = {
  ...monaco,
  defineTheme(name: string, theme: Theme): void {
    monaco.defineTheme(name, readable(theme));
  },
};
