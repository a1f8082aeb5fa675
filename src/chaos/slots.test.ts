import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE } from '../domain/time.js';
import { enqueueDue } from '../jobs/schedule.js';
import { Worker } from '../jobs/worker.js';
import { createLogger } from '../logger.js';
import { testDatabase, type TestDatabase } from '../testing/database.js';
import { TRACK } from './warehouse.js';

const REPLICAS = 3;
const SLOTS = 200;

let database: TestDatabase;
let pools: pg.Pool[];

beforeAll(async () => {
  database = await testDatabase();
  // A clock that a test can set: PostgreSQL looks for now() along the search path, in this schema first.
  const options = '-c TimeZone=UTC -c search_path=clock,public,pg_catalog';
  pools = Array.from(
    { length: REPLICAS },
    () => new pg.Pool({ connectionString: database.url, max: 3, options }),
  );
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await database.drop();
});

async function setUp(pool: pg.Pool): Promise<void> {
  await pool.query(`CREATE SCHEMA clock;
    CREATE TABLE clock.hand (at timestamptz);
    INSERT INTO clock.hand VALUES (pg_catalog.now());
    CREATE FUNCTION clock.now() RETURNS timestamptz STABLE LANGUAGE sql AS 'SELECT at FROM clock.hand'`);
  await pool.query(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
     SELECT id, 'Place', 'Place', 'DE', 50, 10, 'Europe/Berlin', 'place' FROM unnest($1::int[]) AS id`,
    [TRACK.split(',')],
  );
  await pool.query(
    `INSERT INTO tracked_cities (city_id, source, interval_minutes, next_due_at)
     SELECT id, 'OPENWEATHERMAP', 15, '2020-01-01Z' FROM cities`,
  );
}

test('200 slots that three replicas tick for are 200 runs, each done once', async () => {
  const [first] = pools;
  if (!first) throw new Error('There is no replica');
  await setUp(first);
  const done: string[] = [];
  const logger = createLogger('silent');
  const workers = pools.map(
    (pool) =>
      new Worker({
        pool,
        logger,
        handlers: {
          FETCH: (run) => {
            done.push(run.row.id);
            return Promise.resolve({ status: 'SUCCEEDED' });
          },
        },
      }),
  );
  const begin = Math.floor(Date.now() / MINUTE) * MINUTE - (SLOTS + 60) * MINUTE;
  for (let slot = 0; slot < SLOTS; slot += 1) {
    await first.query('UPDATE clock.hand SET at = $1', [new Date(begin + slot * MINUTE)]);
    await Promise.all(pools.map((pool) => enqueueDue(pool, 'FETCH', 'SCHEDULE', true)));
    for (const worker of workers) worker.wake();
    await Promise.all(workers.map((worker) => worker.idle()));
  }
  const { rows } = await first.query(
    `SELECT count(*)::int AS runs, count(DISTINCT slot)::int AS slots, max(attempt) AS attempts,
            count(*) FILTER (WHERE status = 'SUCCEEDED')::int AS succeeded
       FROM runs`,
  );
  expect(rows[0]).toEqual({ runs: SLOTS, slots: SLOTS, attempts: 1, succeeded: SLOTS });
  expect([...done].sort()).toEqual([...new Set(done)].sort());
  expect(done).toHaveLength(SLOTS);
  await Promise.all(workers.map((worker) => worker.stop(0)));
});
