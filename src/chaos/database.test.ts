import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { migrate } from '../database/migrate.js';
import { requestRefresh, requestRun } from '../database/run-requests.js';
import { createLogger } from '../logger.js';
import { startDemoUpstream, type DemoUpstream } from '../sources/demo/server.js';
import { Doors } from './doors.js';
import { OwnServer } from './own-server.js';
import { until } from './patience.js';
import { Program } from './program.js';
import { programSnapshot } from './snapshot.js';
import { isSettled, runRow, smallWarehouse, TRACK } from './warehouse.js';

/*
 * One program on a PostgreSQL of its own that gets into every trouble, one after the other: each test leaves both as
 * it found them. What takes longer is in database.chaos.ts.
 */

const QUERY = '{ city(id: "5128581") { name } }';
const GOOD = { status: 200, body: { data: { city: { name: 'New York' } } } };
const quiet = createLogger('silent');

// A machine that is busy with other tests takes its time to start a process.
vi.setConfig({ testTimeout: 120_000 });

let server: OwnServer;
let pool: pg.Pool;
let doors: Doors;
let upstream: DemoUpstream;
let program: Program;

beforeAll(async () => {
  const main = await programSnapshot();
  server = await OwnServer.prepare();
  upstream = await startDemoUpstream({ logger: quiet });
  program = new Program({
    main,
    databaseUrl: server.url,
    upstreamUrl: upstream.url,
    settings: { TRACK },
  });
}, 240_000);
afterAll(async () => {
  await program.stop();
  await doors.end();
  await pool.end();
  await upstream.stop();
  await server.remove();
});

const settled = (): Promise<number> => until('nothing left to do', () => isSettled(pool).catch(() => false));
/** Asks for the weather of all cities, due or not. */
const fetchNow = (): Promise<string> =>
  requestRun(pool, { job: 'FETCH', trigger: 'CLI', requestedBy: 'test', parameters: { evenIfNotDue: true } });
/** Waits until the program answers as if nothing had been. */
const recovered = (): Promise<number> =>
  until('an answer', async () => (await program.ask(QUERY)).body.data?.city !== undefined);

test('starts without a database: alive, not ready, and ready once the database is there', async () => {
  await until('it tries', () => program.log.includes('The database does not answer'));
  expect(await program.status('/healthz')).toBe(200);
  expect(await program.status('/readyz')).toBe(503);
  expect(await program.ask(QUERY)).toMatchObject({
    status: 503,
    body: { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
  });
  await server.start();
  await migrate(server.url, quiet);
  pool = await smallWarehouse(server.url);
  await program.ready();
  await settled();
  expect(await program.ask(QUERY)).toMatchObject(GOOD);
  // This server was told not to care.
  expect(program.log).toContain('fsync and full_page_writes off: a power cut can destroy the database');
});

test('survives the end of all its sessions under load', async () => {
  await requestRefresh(pool, { requestedBy: 'test', cityIds: null });
  const answers = Array.from({ length: 30 }, async (_, index) => {
    await sleep(index * 10);
    return program.ask(QUERY);
  });
  await sleep(100);
  expect(await server.terminateSessions()).toBeGreaterThan(0);
  for (const { status } of await Promise.all(answers)) expect([200, 503]).toContain(status);
  await recovered();
  await settled();
});

test('keeps every run it has acknowledged when the server is killed in the middle of writing', async () => {
  const acknowledged: string[] = [];
  const mutation = 'mutation { refreshWeather(input: {}) { run { id } } }';
  const killing = new AbortController();
  const writing = (async () => {
    while (!killing.signal.aborted) {
      const { body } = await program.ask(mutation);
      const id = body.data?.refreshWeather?.run.id;
      if (id !== undefined) acknowledged.push(id);
    }
  })();
  await until('some runs', () => acknowledged.length > 3);
  await server.kill();
  killing.abort();
  await writing;
  await server.start();
  await recovered();
  for (const id of new Set(acknowledged)) expect(await runRow(pool, id)).toMatchObject({ id });
  await settled();
});

test('answers with an error, and soon, when all connections are busy', async () => {
  const holder = await pool.connect();
  await holder.query('BEGIN; LOCK TABLE cities IN ACCESS EXCLUSIVE MODE');
  // Ten connections wait for the lock, the other requests for a connection.
  const list = '{ cities(first: 1) { nodes { name } } }';
  const answers = await Promise.all(Array.from({ length: 25 }, () => program.ask(list)));
  await holder.query('ROLLBACK');
  holder.release();
  const codes = new Set(answers.map(({ body }) => body.errors?.[0]?.extensions.code));
  expect([...codes].sort()).toEqual(['SERVICE_UNAVAILABLE', 'TIMEOUT']);
  await recovered();
});

test('answers with an error, and soon, while the server is frozen', async () => {
  // So that there are connections that look alive.
  await Promise.all(Array.from({ length: 20 }, () => program.ask(QUERY)));
  await server.freeze();
  const answers = await Promise.all(Array.from({ length: 20 }, () => program.ask(QUERY)));
  const alive = await program.status('/healthz');
  await server.thaw();
  expect(alive).toBe(200);
  for (const { body } of answers)
    expect(['SERVICE_UNAVAILABLE', 'TIMEOUT']).toContain(body.errors?.[0]?.extensions.code);
  await recovered();
});

test('is not ready while others have taken all connections of the server, and comes back', async () => {
  const hoard: pg.Client[] = [];
  const fill = async (): Promise<void> => {
    for (;;) {
      const client = new pg.Client({ connectionString: server.url, application_name: 'hoard' });
      client.on('error', () => undefined);
      try {
        await client.connect();
      } catch {
        return;
      }
      hoard.push(client);
    }
  };
  await fill();
  await until('nobody else has a connection', async () => {
    const { rows } = (await hoard[0]?.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND application_name <> 'hoard'`,
    )) ?? { rows: [] };
    await fill();
    return rows.length === 0;
  });
  const status = await program.status('/readyz');
  const { body } = await program.ask(QUERY);
  await Promise.all(hoard.map((client) => client.end()));
  expect(status).toBe(503);
  expect(body.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE');
  await recovered();
  await program.ready();
  const run = await fetchNow();
  await settled();
  expect((await runRow(pool, run)).status).toBe('SUCCEEDED');
});

test('makes one run of a hundred requests to refresh at once', async () => {
  doors = new Doors(server.url);
  await doors.install();
  // The run cannot end before all have asked.
  await doors.close(11);
  const mutation = 'mutation { refreshWeather(input: {}) { run { id } } }';
  const ask = async (): ReturnType<typeof program.ask> => {
    const answer = await program.ask(mutation);
    // Whoever is turned away, as there is too much to do at once, asks again.
    return answer.status === 503 ? ask() : answer;
  };
  const answers = await Promise.all(Array.from({ length: 100 }, ask));
  await doors.open(11);
  const runs = answers.map(({ body }) => body.data?.refreshWeather?.run.id);
  expect(runs).not.toContain(undefined);
  expect(new Set(runs).size).toBe(1);
  await settled();
});

test('does a transaction again that lost to another in a deadlock', async () => {
  await doors.close(5);
  const run = await fetchNow();
  await doors.someone(5);
  // The load holds its run and waits for the door; whoever holds the door now waits for the run.
  await doors.query(`SELECT FROM runs WHERE job = 'LOAD' AND status = 'RUNNING' FOR UPDATE`);
  await doors.open(5);
  await settled();
  const { rows } = await pool.query(
    `SELECT job, status, error FROM runs WHERE id >= $1 AND job IN ('FETCH', 'LOAD') ORDER BY id`,
    [run],
  );
  expect(rows).toEqual(['FETCH', 'LOAD'].map((job) => ({ job, status: 'SUCCEEDED', error: null })));
});

test('says in the run and in /readyz when the disk is full, answers on, and the next run gets what is missing', async () => {
  await pool.query(`
    CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON payloads FOR EACH STATEMENT EXECUTE FUNCTION fail()`);
  const run = await fetchNow();
  await settled();
  const { status, error } = await runRow(pool, run);
  expect(status).toBe('FAILED');
  expect(error).toMatch(/^The disk of the database is full\. Make room .*No space left on device/);
  expect(await program.status('/readyz')).toBe(503);
  expect(await program.ask(QUERY)).toMatchObject(GOOD);
  await pool.query('DROP TRIGGER full_disk ON payloads');
  const next = await fetchNow();
  await settled();
  expect(await runRow(pool, next)).toMatchObject({ status: 'SUCCEEDED', error: null });
  expect(await program.status('/readyz')).toBe(200);
});

test('answers from a read-only database, says once what it cannot do, and goes on when it can', async () => {
  const said = program.log.length;
  await server.query('ALTER SYSTEM SET default_transaction_read_only = on');
  await server.query('SELECT pg_reload_conf()');
  const refusals = (): number => program.log.slice(said).split('Could not look at the queue').length - 1;
  await until('a refusal', () => refusals() > 0);
  expect(await program.ask(QUERY)).toMatchObject(GOOD);
  expect(await program.status('/readyz')).toBe(503);
  // By now it has looked at the queue several times.
  await sleep(3_000);
  expect(refusals()).toBe(1);
  await server.query('ALTER SYSTEM RESET default_transaction_read_only');
  await server.query('SELECT pg_reload_conf()');
  await program.ready();
  const run = await fetchNow();
  await settled();
  expect((await runRow(pool, run)).status).toBe('SUCCEEDED');
});
