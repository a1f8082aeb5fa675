import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processesOf, query, quiet, spawnOwner, temporaryDirectory } from '../../testing/embedded.js';
import { chooseLauncher } from './account.js';
import { findBinaries, prepareBinaries, type Binaries } from './binaries.js';
import { createCluster } from './cluster.js';
import { startEmbedded } from './index.js';
import { serverEnvironment } from './launcher.js';
import { startServer } from './server.js';
import { signalSender } from './shutdown.js';

/** Root has to lend PostgreSQL another account; an ordinary user has only its own. */
const asRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };
const PASSWORD = 'Zw1schenfall';
const env = serverEnvironment(undefined);

let root: string;

beforeAll(async () => {
  root = await temporaryDirectory();
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

/** The same programs, below another directory. */
async function copiedBinaries(folder: string): Promise<Binaries> {
  const original = await findBinaries();
  await promisify(execFile)('cp', ['-R', original.native, path.join(folder, 'native')]);
  const moved = (program: string) => path.join(folder, 'native', path.relative(original.native, program));
  return {
    native: path.join(folder, 'native'),
    initdb: moved(original.initdb),
    postgres: moved(original.postgres),
    pgCtl: moved(original.pgCtl),
    major: original.major,
  };
}

test('runs where only the user who starts it may enter, as /root is', async () => {
  const closed = path.join(root, 'closed');
  await mkdir(closed, { mode: 0o700 });
  const dataDir = path.join(closed, 'data');
  await mkdir(dataDir, { mode: 0o700 });
  const cluster = path.join(dataDir, 'postgres');
  const binaries = await copiedBinaries(closed);
  await prepareBinaries(binaries, path.join(dataDir, 'lib'));

  const launcher = await chooseLauncher(dataDir, cluster, binaries.postgres, env);
  await createCluster(cluster, binaries, launcher, PASSWORD, false);
  const send = signalSender(launcher, binaries.pgCtl);
  const options = { durable: false };
  const server = await startServer({
    cluster,
    password: PASSWORD,
    binaries,
    launcher,
    send,
    logger: quiet,
    options,
  });
  try {
    expect(await query(server.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  } finally {
    await server.stop();
  }
  expect((await stat(cluster)).uid).not.toBe(0);
  expect((await stat(closed)).mode & 0o777).toBe(0o700);
});

test('names both remedies when no account can get to the data', async () => {
  const dataDir = path.join(root, 'sealed');
  await mkdir(dataDir);
  await chmod(dataDir, 0o000);
  const { postgres } = await findBinaries();
  // Without the tool that could lend the right to enter.
  const withoutTools = { ...env, PATH: '/nowhere' };
  const choice = chooseLauncher(dataDir, path.join(dataDir, 'postgres'), postgres, withoutTools);
  await expect(choice).rejects.toThrow(/sealed\. Put both where .* DATA_DIR .* DATABASE_URL/);
  await chmod(dataDir, 0o700);
});

test('runs for an ordinary user, in a directory of its own, again and again', async () => {
  const dataDir = path.join(root, 'ordinary');
  await mkdir(dataDir);
  if (asRoot) await chown(dataDir, NOBODY.uid, NOBODY.gid);
  for (const rows of [[], [{ answer: 42 }]]) {
    const owner = await spawnOwner(dataDir, asRoot ? NOBODY : undefined);
    const { url = '' } = await owner.next();
    expect((await stat(path.join(dataDir, 'postgres'))).uid).toBe((await stat(dataDir)).uid);
    expect((await query(url, `SELECT to_regclass('kept') IS NOT NULL AS kept`))[0]?.kept).toBe(
      rows.length > 0,
    );
    await query(url, 'CREATE TABLE IF NOT EXISTS kept (answer integer)');
    owner.process.kill('SIGTERM');
    expect(await owner.next()).toMatchObject({ stoppedBy: 'SIGTERM' });
    expect(await processesOf(dataDir)).toEqual([]);
  }
});

test('keeps the owner of an existing database, and gives it files that root copied', async () => {
  const dataDir = path.join(root, 'ordinary');
  const cluster = path.join(dataDir, 'postgres');
  const before = (await stat(cluster)).uid;
  const copy = path.join(root, 'copied');
  await promisify(execFile)('cp', ['-R', dataDir, copy]);
  for (const directory of [dataDir, copy]) {
    const database = await startEmbedded({ dataDir: directory, logger: quiet, durable: false });
    expect(await query(database.connectionString, 'SELECT * FROM kept')).toEqual([]);
    await database.stop();
  }
  expect((await stat(cluster)).uid).toBe(before);
  const owners = await Promise.all(
    (await readdir(path.join(copy, 'postgres'))).map(
      async (entry) => (await stat(path.join(copy, 'postgres', entry))).uid,
    ),
  );
  expect(owners).not.toContain(0);
});
