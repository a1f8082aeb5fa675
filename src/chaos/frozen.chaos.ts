import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { requestRun } from '../database/run-requests.js';
import { MINUTE, SECOND } from '../domain/time.js';
import { createLogger } from '../logger.js';
import { startDemoUpstream, type DemoUpstream } from '../sources/demo/server.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { Doors } from './doors.js';
import { nothingLostOrDoubled, summariesAreTrue } from './invariants.js';
import { until } from './patience.js';
import { Program } from './program.js';
import { programSnapshot } from './snapshot.js';
import * as warehouse from './warehouse.js';

/* Processes that are stopped where they are and go on later: what a paused virtual machine or a blocked loop does. */

let main: string;
let database: TestDatabase;
let pool: pg.Pool;
let doors: Doors;
let upstream: DemoUpstream;
let programs: Program[];

beforeAll(async () => {
  main = await programSnapshot();
}, 180_000);
beforeEach(async () => {
  database = await testDatabase();
  pool = await warehouse.smallWarehouse(database.url);
  doors = new Doors(database.url);
  await doors.install();
  upstream = await startDemoUpstream({ logger: createLogger('silent') });
  programs = [];
});
afterEach(async () => {
  await Promise.all(programs.map((program) => program.kill()));
  await doors.end();
  await upstream.stop();
  await pool.end();
  await database.drop();
});
afterAll(() => process.stdout.write(`${figures.join('\n')}\n`));

const figures: string[] = [];
const settled = (): Promise<number> => until('nothing left to do', () => warehouse.isSettled(pool));

async function start(replicas: number): Promise<void> {
  for (let i = 0; i < replicas; i += 1) {
    const program = new Program({
      main,
      databaseUrl: database.url,
      upstreamUrl: upstream.url,
      settings: { TRACK: warehouse.TRACK },
    });
    programs.push(program);
    await program.ready();
  }
  await settled();
}

function fetchNow(): Promise<string> {
  const parameters = { evenIfNotDue: true };
  return requestRun(pool, { job: 'FETCH', trigger: 'CLI', requestedBy: 'chaos', parameters });
}

/** The program that works on such a job now. */
async function owner(job: string): Promise<Program> {
  const pid = await warehouse.ownerPid(pool, [job]);
  const program = programs.find((one) => one.pid === pid);
  if (!program) throw new Error(`Nobody works on a ${job}`);
  return program;
}

async function takenOver(run: string): Promise<number> {
  const { attempt } = await warehouse.runRow(pool, run);
  return until('a new owner', async () => (await warehouse.runRow(pool, run)).attempt > attempt);
}

test('an owner that was frozen for longer than its lease writes nothing when it goes on', async () => {
  await start(2);
  const calls = upstream.log.entries.length;
  upstream.setFaults([{ fault: { kind: 'DELAY', ms: 1_000 } }]);
  const run = await fetchNow();
  await until('a call', () => upstream.log.entries.length > calls);
  const frozen = await owner('FETCH');
  frozen.signal('SIGSTOP');
  upstream.setFaults([]);
  figures.push(`taken over from a frozen owner after ${(await takenOver(run)).toFixed(1)} s`);
  await settled();
  const landed = await landedBy(run);
  const before = await snapshot();
  // The answers wait for it in its sockets.
  frozen.signal('SIGCONT');
  await until('it noticed', () => frozen.log.includes('no longer ours'));
  await sleep(2 * SECOND);
  expect(await landedBy(run)).toBe(landed);
  expect(landed).toBe(warehouse.CITY_COUNT);
  expect(await snapshot()).toEqual(before);
  expect(await frozen.status('/readyz')).toBe(200);
  await nothingLostOrDoubled(pool);
});

async function landedBy(run: string): Promise<number> {
  return (await pool.query('SELECT FROM payloads WHERE run_id = $1', [run])).rowCount ?? 0;
}

async function snapshot(): Promise<unknown> {
  const { rows } = await pool.query(
    `SELECT (SELECT count(*) FROM payloads) AS payloads, (SELECT count(*) FROM observations) AS observations,
            (SELECT max(loaded_at) FROM observations) AS loaded`,
  );
  return rows;
}

test('a transaction of a frozen owner is ended by the database, and the frozen owner lives on', async () => {
  await start(2);
  await doors.close(5);
  await fetchNow();
  await doors.someone(5);
  const frozen = await owner('LOAD');
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id::text AS id FROM runs WHERE status = 'RUNNING' AND job = 'LOAD'`,
  );
  const load = rows[0]?.id ?? '';
  frozen.signal('SIGSTOP');
  await doors.open(5);
  figures.push(
    `taken over from an owner frozen in a transaction after ${(await takenOver(load)).toFixed(1)} s`,
  );
  await settled();
  frozen.signal('SIGCONT');
  await until('it answers', async () => (await frozen.status('/readyz')) === 200);
  await sleep(2 * SECOND);
  expect(frozen.isRunning).toBe(true);
  await nothingLostOrDoubled(pool);
  await summariesAreTrue(pool);
});

test('a slot that passed while the process was frozen is made up for by one run', async () => {
  await start(1);
  const [program] = programs;
  const before = await fetches();
  program?.signal('SIGSTOP');
  await pool.query('UPDATE tracked_cities SET next_due_at = now()');
  // Two ticks pass.
  await sleep(2 * MINUTE - (Date.now() % MINUTE) + 5 * SECOND);
  program?.signal('SIGCONT');
  const waited = await until('the fetch', async () => (await fetches()) > before);
  figures.push(`a missed slot was made up for ${waited.toFixed(1)} s after the process went on`);
  await sleep(MINUTE);
  await settled();
  expect(await fetches()).toBe(before + 1);
  await nothingLostOrDoubled(pool);
});

async function fetches(): Promise<number> {
  return (await pool.query(`SELECT FROM runs WHERE job = 'FETCH'`)).rowCount ?? 0;
}

test('a stop does not wait for an upstream that does not answer', async () => {
  await start(1);
  const calls = upstream.log.entries.length;
  upstream.setFaults([{ fault: { kind: 'HANG' } }]);
  const run = await fetchNow();
  await until('a call', () => upstream.log.entries.length > calls);
  const ending = await programs[0]?.stop();
  figures.push(`stopped with a call under way after ${ending?.seconds.toFixed(1) ?? ''} s`);
  expect(ending?.code).toBe(0);
  expect((await warehouse.runRow(pool, run)).status).not.toBe('RUNNING');
});
