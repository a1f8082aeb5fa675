/**
 * Makes `dist/`: Prisma client, compiled TypeScript, the pages, and the files that the program reads beside its code.
 * With --if-stale it does nothing when `dist/` is newer than every source, which `npm start` asks for.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
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

/** Meanwhile. @returns what waits for its end */
function executeBeside(command: string, ...parameters: string[]): () => Promise<void> {
  const child = spawn(command, parameters, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  const ended = once(child, 'exit');
  return async () => {
    const [status] = (await ended) as [number | null];
    if (status !== 0) process.exit(status ?? 1);
  };
}

const PAGES = ['dashboard', 'ide'].map((page) => path.join('src', page));
/** Vite bundles these. */
const isOfPage = (folder: string): boolean => PAGES.some((page) => folder.startsWith(page));

async function copyAssets(): Promise<void> {
  const entries = await readdir('src', { recursive: true, withFileTypes: true });
  const assets = entries.filter(
    (entry) => entry.isFile() && ASSETS.test(entry.name) && !isOfPage(entry.parentPath),
  );
  for (const asset of assets) {
    const from = path.join(asset.parentPath, asset.name);
    await cp(from, from.replace(/^src/, 'dist'));
  }
}

async function build(): Promise<void> {
  process.stderr.write('Building weather-warehouse (once; a start without changes skips this) …\n');
  await rm('dist', { recursive: true, force: true });
  // The editor takes as long as the compiler, on another core.
  const ideIsBuilt = executeBeside('npm', 'run', '--silent', 'build:ide');
  execute('npm', 'run', '--silent', 'generate:client');
  execute('npx', 'tsc', '-p', 'tsconfig.build.json');
  await copyAssets();
  await buildDashboard();
  await ideIsBuilt();
  await writeFile(STAMP, '');
}

if (!process.argv.includes('--if-stale') || (await newestSource()) > (await builtAt())) await build();
