import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';

const CONFIG = fileURLToPath(new URL('../dashboard/vite.config.ts', import.meta.url));
/** Bytes of the whole dashboard at most, gzipped: what a slow line carries in a few seconds. */
export const BUDGET = 150_000;
/** Smaller ones gain nothing from being compressed. */
const WORTHWHILE = 512;

/**
 * Builds the dashboard, with each file gzipped and by Brotli beside it, ready to be sent.
 * @returns its size in bytes, gzipped
 * @throws Error when it is larger than its budget
 */
export async function buildDashboard(folder = 'dist/dashboard'): Promise<number> {
  await build({ configFile: CONFIG, logLevel: 'warn', build: { outDir: path.resolve(folder) } });
  const sizes = await Promise.all((await filesIn(folder)).map(compress));
  const size = sizes.reduce((sum, next) => sum + next, 0);
  if (size > BUDGET)
    throw new Error(
      `The dashboard has ${size} bytes gzipped, more than its budget of ${BUDGET}: make it smaller`,
    );
  return size;
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** @returns bytes, gzipped */
async function compress(file: string): Promise<number> {
  const content = await readFile(file);
  const zipped = gzipSync(content, { level: 9 });
  if (content.length < WORTHWHILE) return content.length;
  await writeFile(`${file}.gz`, zipped);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  await writeFile(`${file}.br`, brotliCompressSync(content, { params }));
  return zipped.length;
}

if (process.argv[1]?.endsWith('dashboard.ts')) await buildDashboard();
