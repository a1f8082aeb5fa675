/**
 * Keeps what is derived from the code true: the table of settings in README.md, `.env.example` and docs/cli.md.
 * Usage: tsx src/build/generated-docs.ts [--check]
 */
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { VARIABLE_NAMES } from '../config/load.js';
import { VARIABLES, type Variable } from '../config/variables.js';
import { cliDocument } from './cli-docs.js';

const BEGIN = '<!-- generated from src/config/variables.ts: npm run generate -->';
const END = '<!-- end of generated part -->';

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

/** Puts new text between the two marks of a document. */
function between(document: string, text: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`README.md lost its marks "${BEGIN}" and "${END}"`);
  return `${document.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${document.slice(end)}`;
}

/** As the format check wants it, so that the two agree. */
async function formatted(markdown: string): Promise<string> {
  return format(markdown, { ...(await resolveConfig('README.md')), parser: 'markdown' });
}

const wanted = new Map([
  ['README.md', await formatted(between(await readFile('README.md', 'utf8'), table()))],
  ['.env.example', exampleFile()],
  ['docs/cli.md', await formatted(cliDocument())],
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
