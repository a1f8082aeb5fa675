import { execFile } from 'node:child_process';
import { cp, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Beside the code, and read when the program runs. */
const READ_AT_RUN_TIME = /\.(?!ts$)[a-z]+$/;
const NOT_THE_PROGRAM = /\.test\.ts$|\/testcases\/|\/chaos\//;

/** What the program is made of: paths below the project's root, in order. */
export async function programFiles(): Promise<string[]> {
  const folders = await Promise.all(
    ['src', 'prisma'].map(async (folder) => {
      const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(ROOT, path.join(entry.parentPath, entry.name)));
    }),
  );
  const files = [...folders.flat(), 'schema.graphql', 'tsconfig.json', 'tsconfig.build.json'];
  return files.filter((file) => !NOT_THE_PROGRAM.test(file)).sort();
}

/**
 * Compiles the program into a folder of its own, without checking types, and copies what it reads beside its code.
 * @param files those of `programFiles`
 * @param project the tsconfig that says what is compiled
 */
export async function compileProgram(
  files: readonly string[],
  folder: string,
  project = 'tsconfig.build.json',
): Promise<void> {
  const out = path.join(folder, 'dist');
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const parameters = ['-p', project, '--noCheck', '--sourceMap', 'false', '--outDir', out];
  await promisify(execFile)(process.execPath, [tsc, ...parameters], { cwd: ROOT });
  for (const file of files.filter((name) => READ_AT_RUN_TIME.test(name))) {
    const to = path.join(folder, file.replace(/^src\b/, 'dist'));
    await mkdir(path.dirname(to), { recursive: true });
    await cp(path.join(ROOT, file), to);
  }
}
