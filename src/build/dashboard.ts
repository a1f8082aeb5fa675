import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.js';

const CONFIG = fileURLToPath(new URL('../dashboard/vite.config.ts', import.meta.url));
/** Bytes of the whole dashboard at most, gzipped: what a slow line carries in a few seconds. */
export const BUDGET = 150_000;

/** Builds the dashboard. @returns its size in bytes, gzipped @throws Error when it is larger than its budget */
export const buildDashboard = (folder = 'dist/dashboard'): Promise<number> =>
  bundle({ configFile: CONFIG, folder, budget: BUDGET, quality: 10 });

if (process.argv[1]?.endsWith('dashboard.ts')) await buildDashboard();
