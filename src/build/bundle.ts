import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';

/** Smaller ones gain nothing from being compressed. */
const WORTHWHILE = 512;

export interface Bundle {
  /** The page's vite.config.ts. */
  configFile: string;
  /** Where it goes. */
  folder: string;
  /** Bytes at most, gzipped. */
  budget: number;
  /** Of Brotli, 0 to 11: how much time is taken to make files small. */
  quality: number;
}

/**
 * Builds a page, with each file gzipped and by Brotli beside it, ready to be sent. It is built beside its place and moved
 * there when done: two builds at once do not count, or empty, each other's files.
 * @returns its size in bytes, gzipped
 * @throws Error when it is larger than its budget
 */
export async function bundle({ configFile, folder, budget, quality }: Bundle): Promise<number> {
  await mkdir(path.dirname(folder), { recursive: true });
  const site = await mkdtemp(`${path.resolve(folder)}-`);
  try {
    await build({ configFile, logLevel: 'warn', build: { outDir: site } });
    const sizes = await Promise.all((await filesIn(site)).map((file) => compress(file, quality)));
    const size = sizes.reduce((sum, next) => sum + next, 0);
    if (size > budget)
      throw new Error(
        `${folder} has ${size} bytes gzipped, more than its budget of ${budget}: make it smaller`,
      );
    await chmod(site, 0o755);
    await moveTo(site, folder);
    return size;
  } finally {
    await rm(site, { recursive: true, force: true });
  }
}

/** Another build may put its own there in between: the later one stays. */
async function moveTo(site: string, folder: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    try {
      await rename(site, folder);
      return;
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** @returns bytes, gzipped */
async function compress(file: string, quality: number): Promise<number> {
  const content = await readFile(file);
  if (content.length < WORTHWHILE) return content.length;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [zipped, small] = await Promise.all([
    promisify(gzip)(content, { level: 9 }),
    promisify(brotliCompress)(content, { params }),
  ]);
  await writeFile(`${file}.gz`, zipped);
  await writeFile(`${file}.br`, small);
  return zipped.length;
}
