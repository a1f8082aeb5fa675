import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { requestRun } from '../database/run-requests.js';
import { createLogger } from '../logger.js';
import { startDemoUpstream, type DemoUpstream } from '../sources/demo/server.js';
import type { FaultRule } from '../sources/demo/faults.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
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

describe('a stop', () => {
  beforeEach(async () => {
    upstream.setFaults([]);
    program = new Program({
      main,
      databaseUrl: database.url,
      upstreamUrl: upstream.url,
      settings: { TRACK },
    });
    await program.ready();
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
});

test('settings that do not fit end it with their names, and without the value of a secret', async () => {
  const settings = { ADMIN_KEY: 'short-secret', OPENWEATHERMAP_API_KEY: 'two words-canary', PORT: 'high' };
  const misled = new Program({ main, databaseUrl: database.url, upstreamUrl: upstream.url, settings });
  expect(await misled.ended).toEqual({ code: 1, signal: null });
  for (const name of Object.keys(settings)) expect(misled.log).toContain(name);
  for (const secret of ['short-secret', 'canary', CANARY_ADMIN]) expect(misled.log).not.toContain(secret);
});
