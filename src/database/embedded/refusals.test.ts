import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  dataDirectoryCopier,
  processesOf,
  query,
  quiet,
  temporaryDirectory,
} from '../../testing/embedded.js';
import { remedyFor } from './errors.js';
import { EmbeddedDatabaseError, startEmbedded } from './index.js';

let root: string;
let copyTo: (name: string) => Promise<string>;

beforeAll(async () => {
  root = await temporaryDirectory();
  copyTo = await dataDirectoryCopier(root);
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

/** The sentence with which a start is refused; whatever was started is gone by then. */
async function refusal(dataDir: string, settings: Record<string, string> = {}): Promise<string> {
  const error = await startEmbedded({ dataDir, logger: quiet, durable: false, settings }).then(
    () => new Error('It started'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EmbeddedDatabaseError);
  expect(await processesOf(dataDir)).toEqual([]);
  return (error as Error).message;
}

test('touches nothing of a database of another major version, and says how to move it', async () => {
  const dataDir = path.join(root, 'older');
  await mkdir(path.join(dataDir, 'postgres'), { recursive: true });
  await writeFile(path.join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
  expect(await refusal(dataDir)).toMatch(
    /older\/postgres holds a database of PostgreSQL 15, but .* PostgreSQL 18, .*pg_dump/,
  );
  expect(await readdir(dataDir, { recursive: true })).toEqual(['postgres', 'postgres/PG_VERSION']);
});

test('touches nothing of a folder that holds something else', async () => {
  const dataDir = path.join(root, 'foreign');
  await mkdir(path.join(dataDir, 'postgres'), { recursive: true });
  await writeFile(path.join(dataDir, 'postgres', 'thesis.txt'), 'precious');
  expect(await refusal(dataDir)).toMatch(/foreign\/postgres holds files but no PostgreSQL database/);
  expect(await readdir(dataDir, { recursive: true })).toEqual(['postgres', 'postgres/thesis.txt']);
});

test('repeats what the server printed when a setting is impossible', async () => {
  const dataDir = await copyTo('impossible setting');
  expect(await refusal(dataDir, { shared_buffers: 'plenty' })).toMatch(
    /impossible setting\/postgres ended while starting \(exit code 1\); it said:[^]*invalid value for parameter "shared_buffers": "plenty"/,
  );
  expect(await readdir(dataDir)).not.toContain('owner.lock');
});

test('repeats the end of the log when the database is damaged', async () => {
  const dataDir = await copyTo('damaged');
  const writeAheadLog = path.join(dataDir, 'postgres', 'pg_wal');
  for (const file of await readdir(writeAheadLog)) {
    if (/^[0-9A-F]{24}$/.test(file)) await rm(path.join(writeAheadLog, file));
  }
  expect(await refusal(dataDir)).toMatch(/could not locate a valid checkpoint record/);
});

test('says that the password is lost rather than making up another', async () => {
  const dataDir = await copyTo('password lost');
  await rm(path.join(dataDir, 'postgres.password'));
  expect(await refusal(dataDir)).toMatch(/postgres\.password, .* is missing or empty: put it back/);
});

test('says that the password is wrong, without repeating it, and stops the server', async () => {
  const dataDir = await copyTo('password wrong');
  await writeFile(path.join(dataDir, 'postgres.password'), 'Tr0ub4dor');
  const message = await refusal(dataDir);
  expect(message).toMatch(
    /password wrong cannot be used: password authentication failed .* postgres\.password in it/,
  );
  expect(message).not.toContain('Tr0ub4dor');
});

test('names a directory that cannot be made', async () => {
  const inTheWay = path.join(root, 'a file');
  await writeFile(inTheWay, '');
  expect(await refusal(path.join(inTheWay, 'data'))).toContain(
    `The data directory ${inTheWay}/data cannot be used: ENOTDIR`,
  );
});

test('names a directory that cannot be written to, even by root', async () => {
  const system = process.platform === 'darwin' ? '/System' : '/sys';
  expect(await refusal(system)).toMatch(/The data directory \/\w+ cannot be used: E\w+: .* Make it writable/);
});

test('names the directory when its disk is full', async () => {
  const dataDir = path.join(root, 'full');
  await mkdir(dataDir);
  // Linux has a file that is always on a full disk.
  const full = existsSync('/dev/full') ? '/dev/full' : '/dev/null/full';
  await symlink(full, path.join(dataDir, 'postgres.password.new'));
  expect(await refusal(dataDir)).toMatch(
    /The data directory .*full cannot be used: (ENOSPC.* The disk is full|ENOTDIR)/,
  );
  expect(await readdir(dataDir)).toEqual(['postgres.password.new']);
});

test.each([
  ['initdb: error: could not write: No space left on device', 'The disk is full'],
  ['could not look up effective user ID 4711: user does not exist', 'a user that has a name'],
  ['EROFS: read-only file system', 'Make it writable'],
  ['something nobody has thought of', 'Set DATA_DIR to another directory'],
])('has a remedy for "%s"', (said, remedy) => {
  expect(remedyFor(said)).toContain(remedy);
});

test('removes all but the newest logs', async () => {
  const dataDir = await copyTo('many logs');
  const folder = path.join(dataDir, 'postgres', 'log');
  for (let day = 1; day <= 9; day += 1) {
    await writeFile(path.join(folder, `postgres-2001-01-0${day}T000000.log`), 'long ago');
  }
  const database = await startEmbedded({ dataDir, logger: quiet, durable: false });
  await query(database.connectionString, 'SELECT 1');
  const files = (await readdir(folder)).sort();
  await database.stop();
  expect(files.length).toBeLessThanOrEqual(6);
  expect(files[0]).not.toContain('2001-01-01');
  expect(await readFile(path.join(folder, files.at(-1) ?? ''), 'utf8')).toContain('ready to accept');
});
