/**
 * Makes `dist/`: Prisma client, compiled TypeScript, the dashboard, and the files that the program reads beside its code.
 * With --if-stale it does nothing when `dist/` is newer than every source, which `npm start` asks for.
 */
import { spawnSync } from 'node:child_process';
import { cp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buildDashboard } from './dashboard.js';

const STAMP = 'dist/.built';
/** Read at run time, beside the compiled code. */
const ASSETS = /\.(sql|gz|br|html|css|svg|tsv)$/;
const IGNORED = /\.test\.ts$|\/client\/|\/testcases\//;

async function newestSource(): Promise<number> {
  const listed = await Promise.all(
    ['src', 'prisma'].map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => path.join(entry.parentPath, entry.name));
    }),
  );
  const files = [...listed.flat(), 'package-lock.json', 'tsconfig.build.json'].filter(
    (file) => !IGNORED.test(file),
  );
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  return Math.max(...times);
}

async function builtAt(): Promise<number> {
  return stat(STAMP).then(
    (stamp) => stamp.mtimeMs,
    () => 0,
  );
}

function execute(command: string, ...parameters: string[]): void {
  const { status } = spawnSync(command, parameters, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Vite bundles these. */
const isDashboard = (folder: string): boolean => folder.startsWith(path.join('src', 'dashboard'));

async function copyAssets(): Promise<void> {
  const entries = await readdir('src', { recursive: true, withFileTypes: true });
  const assets = entries.filter(
    (entry) => entry.isFile() && ASSETS.test(entry.name) && !isDashboard(entry.parentPath),
  );
  for (const asset of assets) {
    const from = path.join(asset.parentPath, asset.name);
    await cp(from, from.replace(/^src/, 'dist'));
  }
}

async function build(): Promise<void> {
  process.stderr.write('Building weather-warehouse (once; a start without changes skips this) …\n');
  await rm('dist', { recursive: true, force: true });
  execute('npm', 'run', '--silent', 'generate:client');
  execute('npx', 'tsc', '-p', 'tsconfig.build.json');
  await copyAssets();
  await buildDashboard();
  await writeFile(STAMP, '');
}

if (!process.argv.includes('--if-stale') || (await newestSource()) > (await builtAt())) await build();
