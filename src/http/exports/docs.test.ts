import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { argumentsOf } from '../../export/arguments/request.js';
import { LONGEST_EXPORT_DAYS } from '../../export/arguments/window.js';
import { DATASETS } from '../../export/datasets.js';
import { exportServer, type ExportServer } from './testkit.js';

const guide = await readFile('docs/exports.md', 'utf8');
const snippets = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text = '']) => text);

let server: ExportServer;
let folder: string;
beforeAll(async () => {
  server = await exportServer();
  folder = await mkdtemp(path.join(os.tmpdir(), 'exports-docs-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const run = async (program: string, ...args: string[]): Promise<string> =>
  (await promisify(execFile)(program, args, { cwd: folder })).stdout;
const here = (text: string): string => text.replaceAll('http://127.0.0.1:4000', server.url);

test.each(snippets('sh'))('the guide’s command works: %s', async (command) => {
  const before = new Set(await readdir(folder));
  const printed = await run('sh', '-c', here(command));
  const files = (await readdir(folder)).filter((name) => !before.has(name));
  const written = await Promise.all(files.map((name) => readFile(path.join(folder, name))));
  expect(printed.length + written.reduce((sum, { length }) => sum + length, 0)).toBeGreaterThan(100);
});

test('the README’s commands write files', async () => {
  const readme = await readFile('README.md', 'utf8');
  const commands = [...readme.matchAll(/^curl .*\/export\/.*$/gm)].map(([command]) => command);
  expect(commands.length).toBeGreaterThanOrEqual(2);
  for (const command of commands) await run('sh', '-c', here(command));
  const files = await readdir(folder);
  expect(files.filter((name) => /-20260520120000\.(csv|parquet)$/.test(name))).toHaveLength(2);
});

test.each(snippets('python'))('the guide’s Python prints days', async (program) => {
  const printed = await run('python3', '-c', here(program));
  expect(printed).toMatch(/^(2026-05-\d\d -?[\d.]+ [01][\d.]*\n)+$/);
});

test('the guide names every argument and the longest span', () => {
  for (const argument of DATASETS.flatMap(argumentsOf)) expect(guide).toContain(`\`${argument}\``);
  expect(guide).toContain(`${LONGEST_EXPORT_DAYS.toLocaleString('en')} days`);
});
