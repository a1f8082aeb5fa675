/**
 * Keeps what is derived from the code true: the table of settings in README.md, `.env.example`, docs/cli.md and
 * docs/data-model.md.
 * Usage: tsx src/build/generated-docs.ts [--check]
 */
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { VARIABLE_NAMES } from '../config/load.js';
import { VARIABLES, type Variable } from '../config/variables.js';
import { cliDocument } from './cli-docs.js';
import { dataModel } from './data-model-docs.js';

const BEGIN = '<!-- generated from src/config/variables.ts: npm run generate -->';
const MODEL_BEGIN =
  '<!-- generated from prisma/schema.prisma and the comments in prisma/migrations: npm run generate -->';
const END = '<!-- end of generated part -->';
const DATA_MODEL = 'docs/data-model.md';

function describe(name: keyof typeof VARIABLES): Variable {
  return VARIABLES[name];
}

function table(): string {
  const rows = VARIABLE_NAMES.map((name) => {
    const { defaultText, meaning, secret } = describe(name);
    return `| \`${name}\`${secret ? ' 🔒' : ''} | ${defaultText} | ${meaning} |`;
  });
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join('\n');
}

function exampleFile(): string {
  const entries = VARIABLE_NAMES.map((name) => {
    const { defaultText, meaning, secret } = describe(name);
    const file = secret ? ` Or ${name}_FILE=/path/to/secret.` : '';
    return `# ${meaning}. Default: ${defaultText}.${file}\n# ${name}=\n`;
  });
  return `# Settings of weather-warehouse. Every line may stay as it is: there is a default for everything.\n\n${entries.join('\n')}`.replaceAll(
    '`',
    '',
  );
}

/** A document with new text between its two marks. */
async function between(file: string, mark: string, text: string): Promise<string> {
  const document = await readFile(file, 'utf8');
  const [begin, end] = [document.indexOf(mark), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${file} lost its marks "${mark}" and "${END}"`);
  return `${document.slice(0, begin + mark.length)}\n\n${text}\n\n${document.slice(end)}`;
}

/** As the format check wants it, so that the two agree. */
async function formatted(markdown: string): Promise<string> {
  return format(markdown, { ...(await resolveConfig('README.md')), parser: 'markdown' });
}

const wanted = new Map([
  ['README.md', await formatted(await between('README.md', BEGIN, table()))],
  ['.env.example', exampleFile()],
  ['docs/cli.md', await formatted(cliDocument())],
  [DATA_MODEL, await formatted(await between(DATA_MODEL, MODEL_BEGIN, dataModel()))],
]);
for (const [file, text] of wanted) {
  const present = await readFile(file, 'utf8').catch(() => '');
  if (present === text) continue;
  if (!process.argv.includes('--check')) await writeFile(file, text);
  else {
    process.stderr.write(`${file} is not what the code says: run npm run generate\n`);
    process.exitCode = 1;
  }
}
