import { spawnSync } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { PEERS_DIRECTORY } from './contenders.js';

const SOURCE = fileURLToPath(new URL('peers', import.meta.url));

/** Copies the peers out of the program's own tree and installs what they need there, unless that is done. */
export async function installPeers(say: (line: string) => void): Promise<void> {
  await mkdir(PEERS_DIRECTORY, { recursive: true });
  const wanted = await readFile(path.join(SOURCE, 'package-lock.json'), 'utf8');
  const stamp = path.join(PEERS_DIRECTORY, 'node_modules', '.installed-lock.json');
  const installed = await readFile(stamp, 'utf8').catch(() => '');
  await cp(SOURCE, PEERS_DIRECTORY, { recursive: true });
  if (installed === wanted) return;
  say('Installing the peers');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', PEERS_DIRECTORY], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`The peers cannot be installed: npm ci ended with ${String(status)}`);
  await cp(path.join(SOURCE, 'package-lock.json'), stamp);
}

/** Makes the functions that PostGraphile serves. */
export async function preparePostgraphile(database: string): Promise<void> {
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  try {
    await client.query(await readFile(path.join(SOURCE, 'postgraphile.sql'), 'utf8'));
  } finally {
    await client.end();
  }
}
