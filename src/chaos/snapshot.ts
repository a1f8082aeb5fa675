import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DAY } from '../domain/time.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUTPUT = path.join(ROOT, 'test-output');
/** Beside the code, and read when the program runs. */
const READ_AT_RUN_TIME = /\.(?!ts$)[a-z]+$/;
const NOT_THE_PROGRAM = /\.test\.ts$|\/testcases\/|\/chaos\//;

/**
 * The program compiled once, without its types checked, into a folder of its own: it starts in a third of the time
 * that compiling at each start takes, and stays the same while files are edited. Kept until a source changes.
 * @returns the path of its main.js
 */
export async function programSnapshot(): Promise<string> {
  const files = await sources();
  const folder = path.join(OUTPUT, `program-${await digest(files)}`);
  const main = path.join(folder, 'dist', 'main.js');
  if (await exists(main)) return main;
  await removeOld();
  const draft = path.join(OUTPUT, `draft-${randomUUID()}`);
  try {
    await compile(files, draft);
    // Another test file may have been quicker: then its folder stands, and this one goes.
    await rename(draft, folder);
  } catch (error) {
    if (!(await exists(main))) throw error;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return main;
}

/** Snapshots of yesterday: nobody runs them any more. */
async function removeOld(): Promise<void> {
  const entries = await readdir(OUTPUT).catch((): string[] => []);
  for (const entry of entries.filter((name) => /^(program|draft)-/.test(name))) {
    const folder = path.join(OUTPUT, entry);
    const made = await stat(folder).catch(() => null);
    if (made && Date.now() - made.mtimeMs > DAY) await rm(folder, { recursive: true, force: true });
  }
}

/** Paths below the project's root, in order. */
async function sources(): Promise<string[]> {
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

async function digest(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(await readFile(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 12);
}

async function compile(files: readonly string[], folder: string): Promise<void> {
  const out = path.join(folder, 'dist');
  const tsc = path.join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const parameters = ['-p', 'tsconfig.build.json', '--noCheck', '--sourceMap', 'false', '--outDir', out];
  await promisify(execFile)(process.execPath, [tsc, ...parameters], { cwd: ROOT });
  for (const file of files.filter((name) => READ_AT_RUN_TIME.test(name))) {
    const to = path.join(folder, file.replace(/^src\b/, 'dist'));
    await mkdir(path.dirname(to), { recursive: true });
    await cp(path.join(ROOT, file), to);
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
