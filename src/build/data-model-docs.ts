import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { modelsOf, type Model } from './prisma-models.js';

const MIGRATIONS = 'prisma/migrations';

/** Comments of the database by what they stand on: "observations", "observations.observed_at", "analysis.cities". */
type Comments = ReadonlyMap<string, string>;

/** The generated part of docs/data-model.md: views, entity diagram, tables, enums. */
export function dataModel(): string {
  const { models, enums } = modelsOf(readFileSync('prisma/schema.prisma', 'utf8'));
  const comments = commentsOf(migrations());
  return [
    '## Views for analysts',
    '',
    'Schema `analysis`: what SQL users may read.',
    '',
    ...viewSections(comments),
    '## Entities',
    '',
    'Facts hang on `city_id`; most of these relations are kept by the program, not by foreign keys.',
    '',
    ...diagram(models),
    '',
    '## Tables',
    '',
    'Schema `public`: what the program works on.',
    '',
    ...models.flatMap((model) => tableSection(model, comments)),
    '## Enums',
    '',
    '| enum | values | meaning |',
    '|---|---|---|',
    ...enums.map(
      ({ name, values }) =>
        `| \`${name}\` | ${values.map((value) => `\`${value}\``).join(', ')} | ${cell(comments.get(name))} |`,
    ),
  ].join('\n');
}

function migrations(): string {
  const folders = readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders.map(({ name }) => path.join(MIGRATIONS, name, 'migration.sql')).sort();
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

/** Of several comments on one thing the last holds, as in the database. */
function commentsOf(sql: string): Comments {
  const statements = sql.matchAll(/COMMENT ON (?:TABLE|COLUMN|TYPE|VIEW) ([\w".]+) IS '((?:[^']|'')*)'/g);
  return new Map(
    [...statements].map(([, name = '', text = '']) => [name.replaceAll('"', ''), text.replaceAll("''", "'")]),
  );
}

function viewSections(comments: Comments): string[] {
  const names = [...comments.keys()].filter((name) => /^analysis\.\w+$/.test(name)).sort();
  return names.flatMap((view) => {
    const columns = [...comments.entries()].filter(([name]) => name.startsWith(`${view}.`));
    const rows = columns.map(([name, text]) => `| \`${name.slice(view.length + 1)}\` | ${cell(text)} |`);
    return [
      `### ${view}`,
      '',
      `${comments.get(view) ?? ''}.`,
      '',
      '| column | meaning |',
      '|---|---|',
      ...rows,
      '',
    ];
  });
}

/** Mermaid knows no spaces or brackets in types. */
function diagram(models: readonly Model[]): string[] {
  const entities = models.flatMap(({ table, columns, key }) => [
    `  ${table} {`,
    ...columns
      .filter((column) => key.includes(column.name) || referenceOf(column.name) !== undefined)
      .map(({ name, type }) => `    ${type.replace(/\W.*$/, '')} ${name}${key.includes(name) ? ' PK' : ''}`),
    '  }',
  ]);
  const relations = models.flatMap(({ table, columns }) =>
    columns.flatMap(({ name }) => {
      const target = referenceOf(name);
      return target === undefined || target === table ? [] : [`  ${target} ||--o{ ${table} : ${name}`];
    }),
  );
  return ['```mermaid', 'erDiagram', ...entities, ...relations, '```'];
}

function referenceOf(column: string): string | undefined {
  return { city_id: 'cities', run_id: 'runs', payload_id: 'payloads' }[column];
}

function tableSection({ table, columns, key }: Model, comments: Comments): string[] {
  const rows = columns.map(({ name, type, nullable }) => {
    const marks = [key.includes(name) ? 'key' : '', nullable ? 'or null' : ''].filter(Boolean).join(', ');
    return `| \`${name}\` | ${type}${marks === '' ? '' : `, ${marks}`} | ${cell(comments.get(`${table}.${name}`))} |`;
  });
  const head = ['| column | type | meaning |', '|---|---|---|'];
  return [`### ${table}`, '', `${comments.get(table) ?? ''}.`, '', ...head, ...rows, ''];
}

function cell(text: string | undefined): string {
  return (text ?? '').replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('<', '\\<');
}
