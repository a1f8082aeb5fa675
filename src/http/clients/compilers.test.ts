import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../testing.js';
import { marks, printed, serverWithWeather, shown } from './testkit.js';

let server: TestServer;
/** Below the repository, where the packages are found. */
let project: string;

const file = (name: string) => path.join(project, name);
const program = (name: string, ...parameters: string[]) =>
  printed(process.execPath, [path.resolve('node_modules', name), ...parameters], project);

beforeAll(async () => {
  server = await serverWithWeather();
  await mkdir('test-output', { recursive: true });
  project = await mkdtemp(path.resolve('test-output', 'clients-'));
  await mkdir(file('src'));
  await writeFile(file('package.json'), '{ "type": "module" }');
  await writeFile(file('schema.graphql'), await (await fetch(`${server.url}/schema.graphql`)).text());
  for (const name of marks('file')) await writeFile(file(name), shown(`file: ${name}`, server));
});
afterAll(async () => {
  await server.stop();
  await rm(project, { recursive: true });
});

test("Relay's compiler takes the guide's three lists", async () => {
  await program('relay-compiler/cli.js');
  const lists = ['lists_cities', 'lists_dailySummaries', 'lists_observations'];
  const pages = ['listsCitiesPage', 'listsDailySummariesPage', 'listsObservationsPage'];
  const generated = await readdir(file('src/__generated__'));
  expect(generated.sort()).toEqual([...pages, ...lists].map((name) => `${name}.graphql.ts`).sort());
  const types = await readFile(file('src/__generated__/lists_observations.graphql.ts'), 'utf8');
  expect(types).toMatch(/readonly airTemperature: number \| null.*;\n/);
  expect(types).toMatch(/readonly observedAt: string;\n/);
});

test('graphql-codegen makes types that the compiler holds the reader to', async () => {
  await program('@graphql-codegen/cli/esm/bin.js', '--config', 'codegen.ts');
  const wrong = `import { week } from './week.js';\nexport const days: Map<number, string> = await week('5128581');\n`;
  const compilerOptions = {
    ...{ module: 'nodenext', target: 'es2023', lib: ['es2023', 'dom'], types: [], strict: true },
    ...{ noEmit: true, skipLibCheck: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true },
  };
  await writeFile(file('tsconfig.json'), JSON.stringify({ compilerOptions, files: ['src/week.ts'] }));
  expect(await program('typescript/bin/tsc')).toBe('');
  await writeFile(file('src/wrong.ts'), wrong);
  await writeFile(file('tsconfig.json'), JSON.stringify({ compilerOptions, files: ['src/wrong.ts'] }));
  await expect(program('typescript/bin/tsc')).rejects.toThrow(/failed: src\/wrong\.ts\(2,14\): error TS2322/);
}, 120_000);
