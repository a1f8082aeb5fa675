import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { buildSchema, parse as parseQuery, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commandLine } from '../cli/program.js';
import { loadConfig } from '../config/load.js';
import { SCHEMA_TEXT } from '../graphql/schema/schema.js';
import { blocksOf, commandsOf, NO_COMMANDS, NOT_RUN, PAGES, RUN_BY } from './docs-blocks.js';

/*
 * What README and docs tell people to type exists: commands with their options, settings, queries, services, links.
 */

const texts = new Map(
  await Promise.all(PAGES.map(async (file) => [file, await readFile(file, 'utf8')] as const)),
);

const INDEXED = ['README.md', 'docs/operating.md'];

const blocks = (await Promise.all(PAGES.map(blocksOf))).flat();
const lines = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ file, text }) =>
    text
      .replace(/\\\n\s*/g, ' ')
      .split('\n')
      .map((line) => ({ file, line: line.trim() })),
  );

/** A line's words as a shell sees them, without its comment; good for what docs show, not for every shell line. */
function words(line: string): string[] {
  const found = line.replace(/\s#.*$/, '').match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return found.map((word) => word.replaceAll(/["']/g, ''));
}

/** The command line, whose commands do nothing. */
function idle(): Command {
  const silence = (command: Command): void => {
    command.exitOverride().configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
    if (command.commands.length === 0) command.action(() => undefined);
    command.commands.forEach(silence);
  };
  const program = commandLine();
  silence(program);
  return program;
}

const COMMAND = /^(?:\S+=\S* )*(?:npm run (?:--silent )?cli --|node dist\/cli\.js) (.*)$/;
const commands = lines.flatMap(({ file, line }) => {
  const rest = COMMAND.exec(line)?.[1];
  return rest === undefined || rest.startsWith('--help') ? [] : [{ file, rest }];
});

/* What is in no list is a shell block, and docs-commands.test.ts types all of those. */
describe('every command and query of README and docs is run', () => {
  const kinds = [...new Set(blocks.map(({ file, language }) => `${file} ${language}`))];
  const others = kinds.filter((kind) => !kind.endsWith(' sh'));

  test('what is no shell command is run by a test that is named, or has a reason', () => {
    expect(others.filter((kind) => !(kind in RUN_BY) && !(kind in NO_COMMANDS))).toEqual([]);
    expect(
      [...Object.keys(RUN_BY), ...Object.keys(NO_COMMANDS)].filter((kind) => !kinds.includes(kind)),
    ).toEqual([]);
  });

  test.each(Object.entries(RUN_BY))('%s: %s reads that page', async (kind, file) => {
    const test = await readFile(file, 'utf8');
    expect(test).toContain(kind.split(' ')[0]);
  });

  test.each(NOT_RUN.map(({ command, why }) => ({ command, why })))(
    '$command is still typed, and $why',
    ({ command }) => {
      const typed = blocks.filter(({ language }) => language === 'sh').flatMap(commandsOf);
      expect(typed.filter((line) => command.test(line)).length).toBeGreaterThan(0);
    },
  );
});

describe('README and docs', () => {
  test.each(commands)('$file: the command line knows "$rest"', async ({ rest }) => {
    await idle().parseAsync(words(rest), { from: 'user' });
  });

  test('the parser of commands refuses what does not exist', async () => {
    await expect(idle().parseAsync(words('status --loudly'), { from: 'user' })).rejects.toThrow(
      /unknown option/,
    );
  });

  test.each(lines.filter(({ line }) => /^[A-Z_]+=\S+ .*npm start/.test(line)))(
    '$file: the settings of "$line" fit',
    ({ line }) => {
      const pairs = words(line).filter((word) => /^[A-Z_]+=/.test(word));
      const settings = pairs.map((pair): [string, string] => {
        const [name = '', value = ''] = pair.split(/=(.*)/s);
        return [name, value.replaceAll('…', '0123456789abcdef')];
      });
      expect(() => loadConfig(Object.fromEntries(settings))).not.toThrow();
    },
  );

  test.each(lines.filter(({ line }) => /^npm run (?!cli|--silent)/.test(line)))(
    '$file: package.json has the script of "$line"',
    async ({ line }) => {
      const { scripts } = JSON.parse(await readFile('package.json', 'utf8')) as {
        scripts: Record<string, string>;
      };
      expect(Object.keys(scripts)).toContain(words(line)[2]);
    },
  );

  test.each(lines.filter(({ line }) => line.startsWith('docker compose')))(
    '$file: compose has the files, profiles and services of "$line"',
    async ({ line }) => {
      const [, , ...rest] = words(line);
      const after = (flag: string): string[] => rest.filter((_, at) => rest[at - 1] === flag);
      for (const file of after('-f')) await stat(file);
      const { services } = parse(await readFile('docker-compose.yml', 'utf8'), { merge: true }) as {
        services: Record<string, { profiles?: string[] }>;
      };
      const profiles = Object.values(services).flatMap((service) => service.profiles ?? []);
      expect(profiles).toEqual(expect.arrayContaining(after('--profile')));
      const named = rest.slice(rest.indexOf('up') + 1).filter((word) => !word.startsWith('-'));
      expect(Object.keys(services)).toEqual(expect.arrayContaining(named));
    },
  );

  const schema = buildSchema(SCHEMA_TEXT);
  const queries = blocks.filter(
    ({ file, language }) => language === 'graphql' && file === 'docs/getting-started.md',
  );
  test.each(queries)('$file asks what the schema answers: $text', ({ text }) => {
    expect(validate(schema, parseQuery(text))).toEqual([]);
  });

  const links = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = '']) => ({ file, target })),
  );
  test.each(links)('$file: $target exists', async ({ file, target }) => {
    const [name = '', anchor] = target.split('#');
    const destination = name === '' ? file : path.join(path.dirname(file), name);
    await stat(destination);
    // Within a page, only where it begins with an index of itself.
    if (anchor === undefined || (name === '' && !INDEXED.includes(file))) return;
    const headings = [...(await readFile(destination, 'utf8')).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
      slug(text),
    );
    expect(headings).toContain(anchor);
  });

  test.each(PAGES.filter((file) => file !== 'README.md'))('README leads to %s', (file) => {
    expect(texts.get('README.md')).toContain(`](${file}`);
  });
});

/** A heading's anchor, as forges make it. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
