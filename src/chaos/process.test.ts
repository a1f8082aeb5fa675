import type pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { requestRun } from '../database/run-requests.js';
import { createLogger } from '../logger.js';
import { startDemoUpstream, type DemoUpstream } from '../sources/demo/server.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { nothingLostOrDoubled, summariesAreTrue } from './invariants.js';
import { until } from './patience.js';
import { Program } from './program.js';
import { programSnapshot } from './snapshot.js';
import { isSettled, runRow, smallWarehouse, TRACK } from './warehouse.js';

/* Ends that the program brings on itself. The next one finds everything that was acknowledged. */

// A machine that is busy with other tests takes its time to start a process.
vi.setConfig({ testTimeout: 120_000 });

let main: string;
let database: TestDatabase;
let pool: pg.Pool;
let upstream: DemoUpstream;
const programs: Program[] = [];

beforeAll(async () => {
  main = await programSnapshot();
  database = await testDatabase();
  pool = await smallWarehouse(database.url);
  upstream = await startDemoUpstream({ logger: createLogger('silent') });
}, 180_000);
afterAll(async () => {
  await Promise.all(programs.map((program) => program.kill()));
  await upstream.stop();
  await pool.end();
  await database.drop();
});

/** A program that does something to itself when it gets the signal SIGUSR2. */
async function start(onSignal = '', options = ''): Promise<Program> {
  const code = `process.on('SIGUSR2', () => { ${onSignal} })`;
  const program = new Program({
    main,
    databaseUrl: database.url,
    upstreamUrl: upstream.url,
    settings: {
      TRACK,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)} ${options}`,
    },
  });
  programs.push(program);
  return program.ready();
}

const settled = (): Promise<number> => until('nothing left to do', () => isSettled(pool));

/** A fetch whose calls are on their way. */
async function fetchUnderWay(): Promise<string> {
  const before = upstream.log.entries.length;
  upstream.setFaults([{ fault: { kind: 'DELAY', ms: 1_000 } }]);
  const parameters = { evenIfNotDue: true };
  const run = await requestRun(pool, { job: 'FETCH', trigger: 'CLI', requestedBy: 'test', parameters });
  await until('a call', () => upstream.log.entries.length > before);
  upstream.setFaults([]);
  return run;
}

/** Another program finishes what the dead one had begun. */
async function nothingIsLost(run: string): Promise<void> {
  const heir = await start();
  await settled();
  expect(await runRow(pool, run)).toMatchObject({ status: 'SUCCEEDED', error: null });
  await nothingLostOrDoubled(pool);
  await summariesAreTrue(pool);
  expect((await heir.stop()).code).toBe(0);
}

test.each([
  ['an error that nobody caught', 'throw new Error(SAID)'],
  ['a promise that nobody waited for', 'void Promise.reject(new Error(SAID))'],
])('%s ends it in order, with a reason that holds no secret', async (_, code) => {
  const said = "'cannot reach postgresql://weather:canary-password@db/weather'";
  const program = await start(code.replace('SAID', said));
  await settled();
  const run = await fetchUnderWay();
  program.signal('SIGUSR2');
  expect(await program.ended).toEqual({ code: 1, signal: null });
  expect(program.log).toContain('cannot reach postgresql://***@db/weather');
  expect(program.log).not.toContain('canary-password');
  expect((await runRow(pool, run)).status).not.toBe('RUNNING');
  await nothingIsLost(run);
});

test('does its work with 256 MB, and loses nothing when memory runs out in the middle of it', async () => {
  const leak = 'const kept = []; for (;;) kept.push(new Array(100_000).fill(Math.random()))';
  const program = await start(leak, '--max-old-space-size=256');
  await settled();
  const run = await fetchUnderWay();
  program.signal('SIGUSR2');
  expect((await program.ended).code).not.toBe(0);
  expect(program.log).toContain('heap out of memory');
  await nothingIsLost(run);
});
