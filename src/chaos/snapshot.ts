import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { compileProgram, programFiles, ROOT } from '../build/compile.js';
import { DAY } from '../domain/time.js';

const OUTPUT = path.join(ROOT, 'test-output');

/**
 * The program compiled once, without its types checked, into a folder of its own: it starts in a third of the time
 * that compiling at each start takes, and stays the same while files are edited. Kept until a source changes.
 * @returns the path of its main.js
 */
export async function programSnapshot(): Promise<string> {
  const files = await programFiles();
  const folder = path.join(OUTPUT, `program-${await digest(files)}`);
  const main = path.join(folder, 'dist', 'main.js');
  if (await exists(main)) return main;
  await removeOld();
  const draft = path.join(OUTPUT, `draft-${randomUUID()}`);
  try {
    await compileProgram(files, draft);
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

async function digest(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\0`).update(await readFile(path.join(ROOT, file)));
  return hash.digest('hex').slice(0, 12);
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
