import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../database/migrate.js';
import { createLogger } from '../logger.js';
import { startDemoUpstream, type DemoUpstream } from '../sources/demo/server.js';
import { OwnServer } from './own-server.js';
import { until } from './patience.js';
import { Program } from './program.js';
import { programSnapshot } from './snapshot.js';
import { isSettled, runRow, smallWarehouse, TRACK } from './warehouse.js';

const QUERY = '{ city(id: "5128581") { name } }';
const REFRESH = 'mutation { refreshWeather(input: {}) { run { id } } }';
/** Kills of the server: each takes some seconds. */
const ROUNDS = Math.min(Number(process.env.CHAOS_KILLS), 20);
const FROZEN_FOR = 30_000;
const quiet = createLogger('silent');
const figures: string[] = [];

let server: OwnServer;
let pool: pg.Pool;
let upstream: DemoUpstream;
let program: Program;

beforeAll(async () => {
  const main = await programSnapshot();
  server = await OwnServer.prepare();
  upstream = await startDemoUpstream({ logger: quiet });
  program = new Program({ main, databaseUrl: server.url, upstreamUrl: upstream.url, settings: { TRACK } });
  await server.start();
  await migrate(server.url, quiet);
  pool = await smallWarehouse(server.url);
  await program.ready();
}, 240_000);
afterAll(async () => {
  process.stdout.write(`${figures.join('\n')}\n`);
  await program.stop();
  await pool.end();
  await upstream.stop();
  await server.remove();
});

const settled = (): Promise<number> => until('nothing left to do', () => isSettled(pool).catch(() => false));
const recovered = (): Promise<number> =>
  until('an answer', async () => (await program.ask(QUERY)).body.data?.city !== undefined);

test('loses no acknowledged run, however often the server is killed', async () => {
  const acknowledged = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const killing = new AbortController();
    const writing = (async () => {
      while (!killing.signal.aborted) {
        const id = (await program.ask(REFRESH)).body.data?.refreshWeather?.run.id;
        if (id !== undefined) acknowledged.add(id);
      }
    })();
    await sleep(500 + Math.random() * 1_500);
    await server.kill();
    killing.abort();
    await writing;
    await server.start();
    await recovered();
  }
  for (const id of acknowledged) expect(await runRow(pool, id)).toMatchObject({ id });
  await settled();
  expect(program.isRunning).toBe(true);
  figures.push(`${ROUNDS} kills of the server: ${acknowledged.size} acknowledged runs, all there`);
});

test('answers with an error in time while the server is frozen, and goes on when it is not', async () => {
  // So that there are connections that look alive.
  await Promise.all(Array.from({ length: 20 }, () => program.ask(QUERY)));
  await server.freeze();
  const frozenUntil = performance.now() + FROZEN_FOR;
  const times: number[] = [];
  while (performance.now() < frozenUntil) {
    const begun = performance.now();
    const answers = await Promise.all(Array.from({ length: 20 }, () => program.ask(QUERY)));
    times.push((performance.now() - begun) / 1000);
    for (const { body } of answers) {
      expect(['SERVICE_UNAVAILABLE', 'TIMEOUT']).toContain(body.errors?.[0]?.extensions.code);
    }
    expect(await program.status('/healthz')).toBe(200);
  }
  await server.thaw();
  figures.push(`frozen server: the slowest of the requests took ${Math.max(...times).toFixed(1)} s`);
  figures.push(`frozen server: answered again ${(await recovered()).toFixed(1)} s after it went on`);
  await settled();
  expect(program.isRunning).toBe(true);
});

test('writes no more than ten lines a minute while it cannot write to the database', async () => {
  await server.query('ALTER SYSTEM SET default_transaction_read_only = on');
  await server.query('SELECT pg_reload_conf()');
  const said = program.log.length;
  await sleep(60_000);
  const lines = program.log.slice(said).split('\n').length - 1;
  await server.query('ALTER SYSTEM RESET default_transaction_read_only');
  await server.query('SELECT pg_reload_conf()');
  figures.push(`read-only database: ${lines} log lines in a minute`);
  expect(lines).toBeLessThanOrEqual(10);
  await settled();
});
