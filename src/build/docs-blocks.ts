import { readdir, readFile } from 'node:fs/promises';

/** README and every page of docs. */
export const PAGES = [
  'README.md',
  ...(await readdir('docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`),
];

/** What stands between fences. */
export interface Block {
  file: string;
  language: string;
  text: string;
}

export const blocksOf = async (file: string): Promise<Block[]> =>
  [...(await readFile(file, 'utf8')).matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].map(
    ([, language = '', text = '']) => ({ file, language, text }),
  );

/** A shell block's commands: lines that end in a backslash, or within quotes, go on. */
export function commandsOf({ text }: Block): string[] {
  const commands: string[] = [];
  let open = '';
  for (const line of text.trimEnd().split('\n')) {
    open += open === '' ? line : `\n${line}`;
    const quotes = open.match(/'/g)?.length ?? 0;
    if (open.endsWith('\\') || quotes % 2 === 1) continue;
    if (open.trim() !== '') commands.push(open);
    open = '';
  }
  return open === '' ? commands : [...commands, open];
}

/** Commands that no test runs as they stand, and what stands in for it. Everything else in a shell block is run. */
export const NOT_RUN: readonly { command: RegExp; why: string }[] = [
  {
    command: /^docker compose /,
    why: 'no Docker here: files, profiles and services are checked in docs.test.ts',
  },
  {
    command: /^npm ci( && npm (start|test))?( |$)/,
    why: 'src/build/smoke.ts installs, builds and starts; CI tests',
  },
  {
    command: /^npm (test|run (dev|test:slow|check|smoke))( |$)/,
    why: 'CI runs them; scripts in docs.test.ts',
  },
  {
    command: /^(OPENWEATHERMAP_API_KEY|WEATHER_SOURCE|DATABASE_URL)=\S+ .*npm start$/,
    why: 'asks a service on the net: settings are parsed in docs.test.ts, sources tested on loopback',
  },
];

/** Which test runs the blocks of a language that are no shell commands, by page. */
export const RUN_BY: Readonly<Record<string, string>> = {
  'README.md graphql': 'src/graphql/readme.test.ts',
  'README.md json': 'src/graphql/readme.test.ts',
  'docs/clients.md js': 'src/http/clients/testkit.ts',
  'docs/clients.md json': 'src/http/clients/testkit.ts',
  'docs/clients.md py': 'src/http/clients/testkit.ts',
  'docs/clients.md ts': 'src/http/clients/testkit.ts',
  'docs/data-model.md sql': 'src/database/sql-users/views.test.ts',
  'docs/exports.md python': 'src/http/exports/docs.test.ts',
  'docs/getting-started.md graphql': 'src/build/getting-started.test.ts',
  'docs/getting-started.md sql': 'src/build/docs-commands.test.ts',
  'docs/insights.md graphql': 'src/graphql/insights/docs.test.ts',
  'docs/insights.md json': 'src/graphql/insights/docs.test.ts',
  'docs/monitoring.md graphql': 'src/graphql/alerts.test.ts',
  'docs/operating.md crontab': 'src/build/docs-commands.test.ts',
  'docs/operating.md hcl': 'src/build/docs-commands.test.ts',
  'docs/querying.md graphql': 'src/build/docs-commands.test.ts',
  'docs/querying.md js': 'src/build/docs-commands.test.ts',
  'docs/querying.md json': 'src/graphql/administration.test.ts',
  'docs/scaling.md sql': 'src/build/distribution/distribution.test.ts',
  'docs/security.md json': 'src/build/docs-commands.test.ts',
};

/** Blocks that are no commands, or cannot be run here. */
export const NO_COMMANDS: Readonly<Record<string, string>> = {
  'README.md mermaid': 'a drawing',
  'docs/data-model.md mermaid': 'a drawing, generated from the tables',
  'docs/cli.md text': 'what --help prints, generated and compared',
  'docs/exports.md text': 'the form of an address',
  'docs/exports.md py': 'pandas, which is not installed; its address is that of the block before',
  'docs/exports.md r': 'R, which is not installed',
  'docs/clients.md r': 'R, which is not installed; the request is that of the curl block',
  'docs/monitoring.md json': 'what a webhook gets; its keys are compared with those that are sent',
};
