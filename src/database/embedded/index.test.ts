import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { processesOf, query, quiet, serverPid, temporaryDirectory } from '../../testing/embedded.js';
import { freePort } from './free-port.js';
import { startEmbedded, type EmbeddedDatabase } from './index.js';
import { lookAt } from './processes.js';

let root: string;
let dataDir: string;
let database: EmbeddedDatabase;
let port: number;
let unasked: string | undefined;

/** The first start, durable and in a path that quoting mistakes would stumble over. */
beforeAll(async () => {
  root = await temporaryDirectory();
  dataDir = path.join(root, `wëather "dätä" of ‘π’ $HOME`);
  port = await freePort();
  database = await startEmbedded({ dataDir, logger: quiet, port, settings: { work_mem: '5MB' } });
  database.onExit((reason) => (unasked = reason));
});

afterAll(async () => {
  await database.stop();
  await rm(root, { recursive: true });
});

async function setting(name: string): Promise<unknown> {
  return (await query(database.connectionString, `SELECT current_setting('${name}') AS value`))[0]?.value;
}

test('has a database whose text behaves the same on every host', async () => {
  const [row] = await query(
    database.connectionString,
    `SELECT current_database() AS name, current_user AS user, pg_encoding_to_char(encoding) AS encoding,
            datlocprovider AS provider, datlocale AS locale, datcollate AS collate, upper('ä') AS upper
       FROM pg_database WHERE datname = current_database()`,
  );
  expect(row).toEqual({
    name: 'weather',
    user: 'weather',
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
    collate: 'C',
    upper: 'Ä',
  });
  expect(await setting('TimeZone')).toBe('UTC');
});

test('keeps what it has committed, whatever happens to the machine', async () => {
  expect(await setting('fsync')).toBe('on');
  expect(await setting('synchronous_commit')).toBe('on');
  expect(await setting('full_page_writes')).toBe('on');
});

test('answers at the port that was chosen', () => {
  expect(new URL(database.connectionString).port).toBe(String(port));
});

test('takes other settings', async () => {
  expect(await setting('work_mem')).toBe('5MB');
});

test('listens on the loopback interface alone', async () => {
  expect(await setting('listen_addresses')).toBe('127.0.0.1');
  expect(await setting('unix_socket_directories')).toBe('');
});

test('asks for a password that only its owner can read', async () => {
  const file = path.join(dataDir, 'postgres.password');
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(path.join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
  const guess = new URL(database.connectionString);
  expect(guess.password).toBe((await readFile(file, 'utf8')).trim());
  guess.password = 'weather';
  await expect(query(guess.href, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
});

test('shows no secret in any command line', async () => {
  const commands = await Promise.all(
    (await processesOf(dataDir)).map(async (pid) => (await lookAt(pid))?.command),
  );
  expect(commands.length).toBeGreaterThan(3);
  expect(commands.join('\n')).not.toContain(new URL(database.connectionString).password);
});

test('writes its log to a file of its own', async () => {
  const folder = path.join(dataDir, 'postgres', 'log');
  const [file = ''] = await readdir(folder);
  expect(await readFile(path.join(folder, file), 'utf8')).toContain('ready to accept connections');
});

test('leaves no process, lock or unfinished folder when stopped, and has all its rows when started again', async () => {
  await query(database.connectionString, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await Promise.all([database.stop(), database.stop()]);
  expect(await processesOf(dataDir)).toEqual([]);
  expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.password']);
  expect(unasked).toBeUndefined();

  database = await startEmbedded({ dataDir, logger: quiet, durable: false });
  expect(await query(database.connectionString, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  expect(await setting('fsync')).toBe('off');
});

test('says so when the server ends by itself, also to those who ask later', async () => {
  const pid = await serverPid(dataDir);
  const reason = await new Promise<string>((resolve) => {
    database.onExit(resolve);
    process.kill(pid, 'SIGKILL');
  });
  expect(reason).toMatch(/ended by itself \(SIGKILL\)/);
  expect(await new Promise((resolve) => database.onExit(resolve))).toBe(reason);
  await database.stop();
  expect(await readdir(dataDir)).not.toContain('owner.lock');
});
