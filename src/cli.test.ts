import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import pg, { type Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JOB_LIMITS, openPool } from './database/pool.js';
import { createLogger } from './logger.js';
import { runCli, startCli, type CliResult } from './testing/cli.js';
import { testDatabase, type TestDatabase } from './testing/database.js';

/** Each start of the program is a second or two, more on a busy machine. */
const WALK = 240_000;

const NEW_YORK = 5128581;

/** The document of a command that must have ended with a code. */
function documentOf(result: CliResult, code = 0): Record<string, unknown> {
  expect(result, result.stderr).toMatchObject({ code });
  return JSON.parse(result.stdout) as Record<string, unknown>;
}

async function useDatabase(): Promise<{ pool: Pool; database: TestDatabase; close: () => Promise<void> }> {
  const database = await testDatabase();
  const pool = openPool(database.url, JOB_LIMITS, createLogger('silent'));
  return {
    pool,
    database,
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
}

describe('on simulated weather', () => {
  let warehouse: Awaited<ReturnType<typeof useDatabase>>;
  let env: Record<string, string>;
  beforeAll(async () => {
    warehouse = await useDatabase();
    env = { DATABASE_URL: warehouse.database.url, WEATHER_SOURCE: 'demo', TRACK: 'FR:2' };
  });
  afterAll(() => warehouse.close());

  const json = async (...args: string[]) => documentOf(await runCli([...args, '--json'], env));

  test(
    'an operator’s day: find, price, follow, fetch, look, replay, rebuild, stop following',
    async () => {
      const found = await json('cities', 'search', 'new', 'york', '--limit', '1');
      expect(found).toMatchObject({ demo: true, cities: [{ id: NEW_YORK, timeZone: 'America/New_York' }] });

      // FR:2 is followed every 15 minutes; all the world every minute is more than even the simulator allows.
      const plan = documentOf(await runCli(['plan', '*:40000', '--every', '1m', '--json'], env), 3);
      const { added, plan: price } = plan as {
        added: { cities: number; new: number };
        plan: Record<string, number>;
      };
      expect(added.cities - added.new).toBe(2);
      expect(price).toMatchObject({ cities: added.cities, wantedPerMinute: added.cities, fits: false });
      expect(price.stretch).toBeCloseTo(added.cities / (price.allowedPerMinute ?? NaN), 9);

      const tracked = documentOf(await runCli(['track', 'US:3', '7', '--every', '10m', '--json'], env), 3);
      expect(tracked).toMatchObject({ tracked: 3, intervalMinutes: 10, unknownIds: [7], source: 'DEMO' });

      const fetched = await json('fetch');
      expect(fetched).toMatchObject({
        run: { job: 'FETCH', status: 'SUCCEEDED', trigger: 'CLI', counts: { calls: 5, payloads: 5 } },
        followed: [
          { job: 'LOAD', counts: { observationsInserted: 5 } },
          { job: 'TRANSFORM', status: 'SUCCEEDED' },
          { job: 'CHECK', status: 'SUCCEEDED' },
        ],
      });

      const [status, runs, replayed] = await Promise.all([
        json('status'),
        json('runs', '--job', 'FETCH'),
        json('replay', '--from', '2020-01-01', '--cities', String(NEW_YORK)),
      ]);
      expect(status).toMatchObject({ cities: { followed: 5, stale: 0, due: 0 }, plan: { cities: 5 } });
      expect(runs.runs).toHaveLength(1);
      expect(replayed).toMatchObject({
        run: { status: 'SUCCEEDED', counts: { calls: 0, payloads: 1, observationsUnchanged: 1 } },
      });

      // What was refused once and can be read by now.
      await warehouse.pool.query(
        `INSERT INTO rejects (city_id, payload_id, run_id, reason, detail)
         SELECT city_id, id, run_id, 'SCHEMA', 'It was not understood.' FROM payloads WHERE city_id = $1`,
        [NEW_YORK],
      );
      expect(await json('replay', '--rejected', '--reason', 'SCHEMA')).toMatchObject({
        run: { job: 'REPLAY', status: 'SUCCEEDED', counts: { calls: 0, payloads: 1 } },
      });
      expect(await json('rejects')).toMatchObject({ rejects: [] });

      const [checked, rebuilt] = await Promise.all([
        runCli(['check'], env),
        json('rebuild', '--cities', 'US:3'),
      ]);
      expect(checked).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/\d+ checks passed/) as unknown,
      });
      expect(rebuilt).toMatchObject({ run: { job: 'TRANSFORM', status: 'SUCCEEDED' } });
      // How many hours depends on the time of day: what is observed on the hour counts in two.
      const { hoursSummarised } = (rebuilt.run as { counts: { hoursSummarised: number } }).counts;
      expect(hoursSummarised).toBeGreaterThanOrEqual(3);

      expect(await json('untrack', 'US:3')).toMatchObject({ untracked: 3, notTracked: [] });
      const { rows } = await warehouse.pool.query('SELECT count(*)::int AS cities FROM tracked_cities');
      expect(rows).toEqual([{ cities: 2 }]);
    },
    WALK,
  );

  test(
    'Ctrl-C gives a run back that the command does itself',
    async () => {
      const running = startCli(['backfill', '--from', '1990-01-01', '--cities', 'FR:40', '--yes'], env);
      await running.says('BACKFILL');
      await expectRuns(`job = 'BACKFILL' AND status = 'RUNNING'`);
      running.process.kill('SIGINT');
      const { code, stderr } = await running.ended;
      expect(code).toBe(130);
      expect(stderr).toMatch(/went back to the queue with what it did so far/);
      await expectRuns(`job = 'BACKFILL' AND status = 'REQUESTED' AND owner IS NULL`);
      const [id = ''] = await idsOf(`job = 'BACKFILL'`);
      expect(await json('cancel', id)).toMatchObject({ cancelled: true, run: { status: 'CANCELLED' } });
    },
    WALK,
  );

  test(
    'doctor names what would lose data, and finds the rest in order',
    async () => {
      const { findings } = documentOf(await runCli(['doctor', '--online', '--json'], env), 1) as {
        findings: { what: string; level: string; says: string }[];
      };
      const levels = Object.fromEntries(findings.map(({ what, level }) => [what, level]));
      // The tests' own server forgets everything at a power cut.
      expect(levels).toMatchObject({
        durability: 'fail',
        settings: 'ok',
        clock: 'ok',
        schema: 'ok',
        online: 'ok',
      });
      expect(levels).toMatchObject({
        contents: 'ok',
        catalogue: 'ok',
        cities: 'ok',
        quota: 'ok',
        runs: 'ok',
      });
    },
    WALK,
  );

  async function idsOf(condition: string): Promise<string[]> {
    const { rows } = await warehouse.pool.query<{ id: string }>(
      `SELECT id::text FROM runs WHERE ${condition}`,
    );
    return rows.map(({ id }) => id);
  }

  async function expectRuns(condition: string): Promise<void> {
    await expect.poll(() => idsOf(condition), { timeout: 30_000 }).toHaveLength(1);
  }
});

describe('on real weather', () => {
  let warehouse: Awaited<ReturnType<typeof useDatabase>>;
  let folder: string;
  beforeAll(async () => {
    warehouse = await useDatabase();
    folder = await mkdtemp(path.join(os.tmpdir(), 'weather-cli-'));
  });
  afterAll(async () => {
    await warehouse.close();
    await rm(folder, { recursive: true });
  });

  test(
    'a file of recorded weather is loaded without a key, and its rejects are listed',
    async () => {
      const env = { DATABASE_URL: warehouse.database.url };
      const snapshot = await readFile(
        new URL('sources/openweathermap/testcases/bulk-snapshot/response.json', import.meta.url),
        'utf8',
      );
      const file = path.join(folder, 'snapshot.gz');
      await writeFile(file, gzipSync(`${JSON.stringify(JSON.parse(snapshot))}\n{"cut":\n`));
      const loaded = await runCli(['load', '--file', file, '--units', 'standard', '--json'], env);
      expect(documentOf(loaded, 3)).toMatchObject({
        demo: false,
        file: { lines: 2, landed: 2 },
        run: { status: 'PARTIAL', counts: { payloads: 2, observationsInserted: 1, rejects: 1 } },
      });
      const { rows } = await warehouse.pool.query('SELECT city_id, air_temperature_c FROM observations');
      // 275.05 K
      expect(rows).toEqual([{ city_id: 2666199, air_temperature_c: 1.9 }]);

      const [rejects, demo, price] = await Promise.all([
        runCli(['rejects', '--real'], env),
        runCli(['rejects'], env),
        runCli(['backfill', '--from', '1990-01-01', '--to', '2020-01-01'], {
          ...env,
          WEATHER_SOURCE: 'open-meteo',
        }),
      ]);
      expect(rejects).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/MALFORMED {2}"?\{/) as unknown,
      });
      expect(demo.stderr).toMatch(/This database holds real weather: the demo needs another one/);
      expect(demo.code).toBe(1);
      // Fifty cities, thirty years: refused before anything is asked for.
      expect(price.code).toBe(2);
      expect(price.stderr).toMatch(/more than a day of quota: start it with --yes/);
      const { rowCount } = await warehouse.pool.query(`SELECT FROM runs WHERE job = 'BACKFILL'`);
      expect(rowCount).toBe(0);
    },
    WALK,
  );
});

test(
  'a user for SQL is made, connects as it was told, is listed and removed',
  async () => {
    const warehouse = await useDatabase();
    const env = { DATABASE_URL: warehouse.database.url, WEATHER_SOURCE: 'demo', TRACK: 'FR:2' };
    const user = `ada_${Date.now()}`;
    const made = documentOf(await runCli(['sql-user', 'create', user, '--json'], env));
    const client = new pg.Client({ ...made, user });
    await client.connect();
    const { rows } = await client.query(`SELECT city FROM cities WHERE city_id = ${NEW_YORK}`);
    expect(rows).toEqual([{ city: 'New York City' }]);
    await client.end();
    const list = await runCli(['sql-user', 'list'], env);
    expect(list.stdout).toMatch(
      new RegExp(`${user} +0 of 5[^]*psql "host=127.0.0.1 port=${String(made.port)} .*user=${user}"`),
    );
    expect(list.stdout).not.toContain(String(made.password));
    expect(documentOf(await runCli(['sql-user', 'drop', user, '--json'], env))).toMatchObject({
      dropped: user,
    });
    await warehouse.close();
  },
  WALK,
);

test(
  'wrong settings are told before anything is opened',
  async () => {
    const { code, stderr } = await runCli(['status'], { CALLS_PER_MINUTE: 'many' });
    expect(code).toBe(2);
    expect(stderr).toMatch(/CALLS_PER_MINUTE is not a whole number/);
  },
  WALK,
);
