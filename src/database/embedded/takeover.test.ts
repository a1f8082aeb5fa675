import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dataDirectoryCopier,
  processesOf,
  query,
  quiet,
  serverPid,
  spawnOwner,
  temporaryDirectory,
  until,
  type Owner,
} from '../../testing/embedded.js';
import { DataDirectoryInUseError, startEmbedded } from './index.js';
import { findProcesses, lookAt } from './processes.js';

let root: string;
let copyTo: (name: string) => Promise<string>;
/** What a failed test leaves running. */
const owners: Owner[] = [];

beforeAll(async () => {
  root = await temporaryDirectory();
  copyTo = await dataDirectoryCopier(root);
});

afterAll(async () => {
  await Promise.all(owners.map((owner) => owner.kill()));
  await rm(root, { recursive: true });
});

/** An owner in another process that has committed a row. */
async function ownerWithRow(dataDir: string): Promise<{ owner: Owner; url: string }> {
  const owner = await spawnOwner(dataDir);
  owners.push(owner);
  const { url = '' } = await owner.next();
  await query(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
  return { owner, url };
}

/** Starts anew, in this process, and expects the committed row. */
async function expectTakeover(dataDir: string): Promise<void> {
  const database = await startEmbedded({ dataDir, logger: quiet, durable: false });
  try {
    expect(await query(database.connectionString, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  } finally {
    await database.stop();
  }
  // A watchdog looks once a second whether there is still something to do.
  await until(async () => (await processesOf(dataDir)).length === 0);
}

test('the server stops by itself when its owner is killed, and the next start has all rows', async () => {
  const dataDir = await copyTo('owner killed');
  const { owner } = await ownerWithRow(dataDir);
  await owner.kill();
  await until(async () => (await processesOf(dataDir)).length === 0);
  await expectTakeover(dataDir);
});

test('starts while the server of a killed owner is still stopping', async () => {
  const dataDir = await copyTo('still stopping');
  const { owner } = await ownerWithRow(dataDir);
  await owner.kill();
  await expectTakeover(dataDir);
});

test('stops a server that nobody else stops', async () => {
  const dataDir = await copyTo('left over');
  const { owner } = await ownerWithRow(dataDir);
  const server = await serverPid(dataDir);
  const related = await processesOf(dataDir);
  const watchdogs = await findProcesses((command) => command.includes('watchdog of weather-'));
  for (const pid of watchdogs.filter((one) => related.includes(one))) process.kill(pid, 'SIGKILL');
  await owner.kill();
  expect(await lookAt(server)).toBeDefined();
  await expectTakeover(dataDir);
});

/** Kills a server of this process, whose owner then gives up, and puts another number into its pid file. */
async function killServer(
  dataDir: string,
  whileRunning: (url: string) => Promise<void>,
  pidFileSays?: number,
) {
  const database = await startEmbedded({
    dataDir,
    logger: quiet,
    durable: false,
    settings: { synchronous_commit: 'on' },
  });
  await query(database.connectionString, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await whileRunning(database.connectionString);
  const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid');
  const content = await readFile(pidFile, 'utf8');
  process.kill(Number.parseInt(content, 10), 'SIGKILL');
  await new Promise((resolve) => database.onExit(resolve));
  await database.stop();
  if (pidFileSays !== undefined) await writeFile(pidFile, content.replace(/^\d+/, String(pidFileSays)));
}

test('starts after the server was killed, although a session of it is still busy', async () => {
  const dataDir = await copyTo('busy session');
  let busy: Promise<unknown> = Promise.resolve();
  await killServer(dataDir, async (url) => {
    busy = query(url, 'SELECT count(*) FROM generate_series(1, 100000000000)').catch(() => 'cut');
    const isBusy = `SELECT FROM pg_stat_activity WHERE query LIKE '%100000000000)' AND state = 'active'`;
    await until(async () => (await query(url, isBusy)).length > 0);
  });
  expect(await processesOf(dataDir)).not.toEqual([]);
  await expectTakeover(dataDir);
  expect(await busy).toBe('cut');
});

test('is not misled by a pid file whose number belongs to another process by now', async () => {
  const dataDir = await copyTo('pid reused');
  const innocent = spawn('sleep', ['1000']);
  await killServer(dataDir, () => Promise.resolve(), innocent.pid);
  await expectTakeover(dataDir);
  expect(innocent.exitCode).toBeNull();
  innocent.kill();
});

test('is not misled by a pid file whose process is dead but not buried', async () => {
  const dataDir = await copyTo('zombie');
  // `sleep` has no idea that it became somebody's parent.
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 1000'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said] = (await once(parent.stdout, 'data')) as [Buffer];
  const zombie = Number(said.toString());
  await until(async () => (await lookAt(zombie)) === undefined);
  await killServer(dataDir, () => Promise.resolve(), zombie);
  await expectTakeover(dataDir);
  parent.kill();
});

test('starts after being killed while it prepared a new database', async () => {
  const dataDir = path.join(root, 'unfinished');
  const owner = await spawnOwner(dataDir);
  owners.push(owner);
  await until(async () => {
    const entries = await readdir(dataDir, { recursive: true }).catch((): string[] => []);
    return entries.some((entry) => entry.endsWith('PG_VERSION'));
  });
  expect(await readdir(dataDir)).not.toContain('postgres');
  await owner.kill();
  const database = await startEmbedded({ dataDir, logger: quiet, durable: false });
  expect(await query(database.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await database.stop();
});

test('a second start says who has the directory, and does not disturb it', async () => {
  const dataDir = await copyTo('taken');
  const { owner, url } = await ownerWithRow(dataDir);
  const refusal = await startEmbedded({ dataDir, logger: quiet }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DataDirectoryInUseError);
  expect(refusal).toMatchObject({ directory: dataDir, pid: owner.process.pid });
  expect(String(refusal)).toContain(
    `The data directory ${dataDir} is in use by process ${owner.process.pid ?? 0}. Stop that process first`,
  );
  expect(await query(url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  await owner.kill();
});

test('of several that start at once, exactly one gets the directory', async () => {
  const dataDir = await copyTo('contended');
  const starts = Array.from({ length: 5 }, () => startEmbedded({ dataDir, logger: quiet, durable: false }));
  const results = await Promise.allSettled(starts);
  const won = results.filter((result) => result.status === 'fulfilled');
  const lost = results.filter((result) => result.status === 'rejected');
  expect(won).toHaveLength(1);
  expect(lost.every((result) => result.reason instanceof DataDirectoryInUseError)).toBe(true);
  await won[0]?.value.stop();
});

test('Ctrl-C reaches the owner alone, which stops the server when it is done with it', async () => {
  const dataDir = await copyTo('Ctrl-C');
  const { owner } = await ownerWithRow(dataDir);
  // What a terminal does: every process of the foreground group gets the signal.
  process.kill(-(owner.process.pid ?? Number.NaN), 'SIGINT');
  expect(await owner.next()).toEqual({ stoppedBy: 'SIGINT', stillAnswered: true });
  expect(await processesOf(dataDir)).toEqual([]);
});
