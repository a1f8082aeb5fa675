import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';

const CONFIG = fileURLToPath(new URL('../ide/vite.config.ts', import.meta.url));
/** Bytes of the whole IDE at most, gzipped; a browser loads some two thirds of it, once. */
export const BUDGET = 1_900_000;

/** Builds the GraphQL IDE. @returns its size in bytes, gzipped @throws Error when it is larger than its budget */
export const buildIde = (folder = 'dist/ide'): Promise<number> =>
  bundle({ configFile: CONFIG, folder, budget: BUDGET, quality: 5 });

if (process.argv[1]?.endsWith('ide.ts')) await buildIde();
