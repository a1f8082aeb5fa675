import { rm } from 'node:fs/promises';
import path from 'node:path';
import { compileProgram, programFiles } from '../build/compile.js';

/** The program as it is installed: compiled, with what it reads beside its code. */
export const COMPILED = path.resolve('data/bench/program/dist');

/** Compiles the API, so that it is measured as it runs and not as it is developed. */
export async function compileOurs(say: (line: string) => void): Promise<void> {
  say('Compiling');
  const folder = path.dirname(COMPILED);
  await rm(folder, { recursive: true, force: true });
  await compileProgram(await programFiles(), folder, 'src/bench/tsconfig.json');
}
