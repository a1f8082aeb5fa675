import { execFile } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The program as it is installed: compiled, with what it reads beside its code. */
export const COMPILED = path.resolve('data/bench/program/dist');

/** Folders, and the text that modules read at run time. */
const isRead = (file: string): boolean => ['', '.sql', '.json', '.graphql'].includes(path.extname(file));

/** Compiles the API, so that it is measured as it runs and not as it is developed. */
export async function compileOurs(say: (line: string) => void): Promise<void> {
  say('Compiling');
  await rm(path.dirname(COMPILED), { recursive: true, force: true });
  const tsc = path.join(ROOT, 'node_modules/typescript/bin/tsc');
  const project = path.join(ROOT, 'src/bench/tsconfig.json');
  await promisify(execFile)(process.execPath, [tsc, '-p', project, '--noCheck', '--outDir', COMPILED]);
  await cp(path.join(ROOT, 'src'), COMPILED, { recursive: true, filter: isRead });
  await cp(path.join(ROOT, 'schema.graphql'), path.join(COMPILED, '../schema.graphql'));
}
