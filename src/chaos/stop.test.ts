import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { requestRun } from '../database/run-requests.js';
import { createLogger } from '../logger.js';
import { startDemoUpstream, type DemoUpstream } from '../sources/demo/server.js';
import type { FaultRule } from '../sources/demo/faults.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { processesOf, temporaryDirectory } from '../testing/embedded.js';
import { Doors } from './doors.js';
import { until } from './patience.js';
import { CANARY_ADMIN, Program } from './program.js';
import { programSnapshot } from './snapshot.js';
import { isSettled, runRow, smallWarehouse, TRACK } from './warehouse.js';

// A machine that is busy with other tests takes its time to start a process.
vi.setConfig({ testTimeout: 120_000 });

let main: string;
let database: TestDatabase;
let pool: pg.Pool;
let doors: Doors;
let upstream: DemoUpstream;
let program: Program;

beforeAll(async () => {
  main = await programSnapshot();
  database = await testDatabase();
  pool = await smallWarehouse(database.url);
  doors = new Doors(database.url);
  await doors.install();
  upstream = await startDemoUpstream({ logger: createLogger('silent') });
}, 180_000);
afterAll(async () => {
  await doors.end();
  await upstream.stop();
  await pool.end();
  await database.drop();
});
/** Asks for the weather, and returns once the upstream was called, which answers in its own way. */
async function fetchUnderWay(fault: FaultRule['fault']): Promise<string> {
  const before = upstream.log.entries.length;
  upstream.setFaults([{ fault }]);
  const parameters = { evenIfNotDue: true };
  const run = await requestRun(pool, { job: 'FETCH', trigger: 'CLI', requestedBy: 'test', parameters });
  await until('a call', () => upstream.log.entries.length > before);
  return run;
}

/** The program with some settings, which need not be good ones. */
const start = (settings: Record<string, string>): Program =>
  new Program({ main, databaseUrl: database.url, upstreamUrl: upstream.url, settings });

describe('a stop', () => {
  beforeEach(async () => {
    upstream.setFaults([]);
    program = await start({ TRACK }).ready();
    await until('nothing left to do', () => isSettled(pool));
  }, 120_000);
  afterEach(() => program.kill());

  test('lets open requests and running jobs come to their end, and says first that it is not ready', async () => {
    const run = await fetchUnderWay({ kind: 'DELAY', ms: 1_000 });
    await doors.query('BEGIN');
    await doors.query('LOCK TABLE cities IN ACCESS EXCLUSIVE MODE');
    const answer = program.ask('{ city(id: "5128581") { name } }');
    await until('the request waits', async () => {
      const waiting = `SELECT FROM pg_locks WHERE relation = 'cities'::regclass AND NOT granted`;
      return (await doors.query(waiting)).rowCount === 1;
    });
    program.signal('SIGTERM');
    await until('it heard', () => program.log.includes('"Stopping"'));
    expect(await program.status('/readyz')).not.toBe(200);
    await doors.query('COMMIT');
    expect(await answer).toMatchObject({ status: 200, body: { data: { city: { name: 'New York' } } } });
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(['REQUESTED', 'PARTIAL', 'SUCCEEDED']).toContain((await runRow(pool, run)).status);
    expect(program.log).not.toContain('did not stop in order');
  });

  test('is one stop although the terminal and npm both pass on the same Ctrl-C', async () => {
    program.signal('SIGINT');
    program.signal('SIGINT');
    expect(await program.ended).toEqual({ code: 0, signal: null });
  });

  test('is forced by a second signal', async () => {
    await fetchUnderWay({ kind: 'HANG' });
    program.signal('SIGTERM');
    await until('it heard', () => program.log.includes('"Stopping"'));
    // Longer than an echo of the first.
    await sleep(700);
    program.signal('SIGTERM');
    expect(await program.ended).toEqual({ code: 1, signal: null });
  });

  test('does not wait for a statement of a job that takes longer; its run goes back to the queue', async () => {
    await doors.close(8);
    await pool.query(
      `INSERT INTO stale_hours (city_id, hour) SELECT city_id, date_trunc('hour', observed_at, 'UTC') FROM observations`,
    );
    const run = await requestRun(pool, { job: 'TRANSFORM', trigger: 'CLI', requestedBy: 'test' });
    await doors.someone(8);
    program.signal('SIGTERM');
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(program.log).toContain('a statement was still running');
    expect((await runRow(pool, run)).status).toBe('REQUESTED');
    // The server notices that nobody waits for it any more.
    await until('nobody waits at the door', async () => !(await doors.isSomeone(8)));
    await doors.open(8);
  });
});

test('says that it is not ready before it stops to answer, for as long as it is told', async () => {
  const draining = await start({ TRACK, DRAIN_SECONDS: '3' }).ready();
  draining.signal('SIGTERM');
  await until('it says so', async () => (await draining.status('/readyz')) === 503);
  expect((await draining.ask('{ city(id: "5128581") { name } }')).status).toBe(200);
  expect(await draining.ended).toEqual({ code: 0, signal: null });
});

describe('a stop in the middle of the start', () => {
  test('is one although it waits for another replica that brings the tables up to date', async () => {
    await doors.query('SELECT pg_advisory_lock(9328437)');
    const waiting = start({ TRACK });
    await until('it waits', async () => {
      const held = `SELECT FROM pg_locks WHERE locktype = 'advisory' AND objid = 9328437 AND NOT granted`;
      return (await doors.query(held)).rowCount === 1;
    });
    waiting.signal('SIGTERM');
    expect(await waiting.ended).toEqual({ code: 0, signal: null });
    await doors.query('SELECT pg_advisory_unlock(9328437)');
  });

  test('leaves no embedded server behind, however far that was', async () => {
    const directory = await temporaryDirectory();
    const embedded = start({ DATABASE_URL: '', DATA_DIR: directory });
    await until('its server begins', async () => (await processesOf(directory)).length > 0);
    embedded.signal('SIGTERM');
    expect(await embedded.ended).toEqual({ code: 0, signal: null });
    expect(await processesOf(directory)).toEqual([]);
    await rm(directory, { recursive: true });
  });
});

test('settings that do not fit end it with their names, and without the value of a secret', async () => {
  const settings = { ADMIN_KEY: 'short-secret', OPENWEATHERMAP_API_KEY: 'two words-canary', PORT: 'high' };
  const misled = start(settings);
  expect(await misled.ended).toEqual({ code: 1, signal: null });
  for (const name of Object.keys(settings)) expect(misled.log).toContain(name);
  for (const secret of ['short-secret', 'canary', CANARY_ADMIN]) expect(misled.log).not.toContain(secret);
});
