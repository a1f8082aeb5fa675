import { readdir, readFile, writeFile } from 'node:fs/promises';
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
 * Builds a page, with each file gzipped and by Brotli beside it, ready to be sent.
 * @returns its size in bytes, gzipped
 * @throws Error when it is larger than its budget
 */
export async function bundle({ configFile, folder, budget, quality }: Bundle): Promise<number> {
  await build({ configFile, logLevel: 'warn', build: { outDir: path.resolve(folder) } });
  const sizes = await Promise.all((await filesIn(folder)).map((file) => compress(file, quality)));
  const size = sizes.reduce((sum, next) => sum + next, 0);
  if (size > budget)
    throw new Error(
      `${folder} has ${size} bytes gzipped, more than its budget of ${budget}: make it smaller`,
    );
  return size;
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
