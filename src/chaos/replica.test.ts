import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { examine } from '../cli/doctor/examine.js';
import { loadConfig } from '../config/load.js';
import { cancellable } from '../database/cancellable.js';
import { Reader } from '../database/reader.js';
import { despiteConflicts } from '../database/conflicts.js';
import { migrate } from '../database/migrate.js';
import { API_LIMITS, openPool } from '../database/pool.js';
import { createLogger } from '../logger.js';
import { startDemoUpstream, type DemoUpstream } from '../sources/demo/server.js';
import { OwnServer } from './own-server.js';
import { until } from './patience.js';
import { CANARY_KEY, Program } from './program.js';
import { ask, readiness } from './readers.js';
import { programSnapshot } from './snapshot.js';
import { isSettled, smallWarehouse, TRACK } from './warehouse.js';

/*
 * A primary and a streaming replica, a process that works and two that answer from the replica. Each test leaves all of
 * them as it found them.
 */

const NAME = '{ city(id: "5128581") { name } }';
const LATEST = '{ city(id: "1850147") { latestObservation { observedAt airTemperature } } }';
const quiet = createLogger('silent');

vi.setConfig({ testTimeout: 120_000 });

let primary: OwnServer;
let replica: OwnServer;
let pool: pg.Pool;
let upstream: DemoUpstream;
let worker: Program;
let api: Program;
let other: Program;
let main: string;

beforeAll(async () => {
  main = await programSnapshot();
  primary = await OwnServer.prepare();
  replica = await primary.standby({
    wal_retrieve_retry_interval: '200ms',
    // What is replayed waits for no reader, and readers hold up no vacuum: conflicts are sure to come.
    max_standby_streaming_delay: '100ms',
    hot_standby_feedback: 'off',
  });
  await primary.start();
  await replica.start();
  await migrate(primary.url, quiet);
  pool = await smallWarehouse(primary.url);
  upstream = await startDemoUpstream({ logger: quiet });
  worker = program({ ROLE: 'worker' });
  [api, other] = [answering(), answering()];
  await Promise.all([worker, api, other].map((one) => one.ready()));
}, 240_000);
afterAll(async () => {
  await Promise.all([worker, api, other].map((one) => one.stop()));
  await pool.end();
  await upstream.stop();
  await replica.remove();
  await primary.remove();
});

function program(settings: Record<string, string>): Program {
  return new Program({
    main,
    databaseUrl: primary.url,
    upstreamUrl: upstream.url,
    settings: { TRACK, ...settings },
  });
}

/** A process that only answers, from the replica. */
const answering = (): Program => program({ ROLE: 'api', DATABASE_READ_URL: replica.url });

/** What the doctor says of the replica. */
async function doctor() {
  const env = {
    DATABASE_URL: primary.url,
    DATABASE_READ_URL: replica.url,
    OPENWEATHERMAP_API_KEY: CANARY_KEY,
  };
  return (await examine(loadConfig(env), quiet, false)).find(({ what }) => what === 'replica');
}

/** The replica cancels our own looks at it, too. */
const onReplica = (sql: string) => despiteConflicts(() => replica.query(sql), always);
const always = (): boolean => true;

const rename = (name: string): Promise<unknown> =>
  pool.query('UPDATE cities SET name = $1 WHERE id = 5128581', [name]);
const named = (name: string) => ({ status: 200, body: { data: { city: { name } } } });
const saysName = async (where: Program, name: string): Promise<boolean> =>
  JSON.stringify((await ask(where, NAME)).body.data) === JSON.stringify(named(name).body.data);

test('what a process asks for by way of the primary is done there, and every process answers it from the replica', async () => {
  const mutation = 'mutation { refreshWeather(input: {}) { run { id } userErrors { message } } }';
  const { body } = await api.ask(mutation);
  expect(body.data?.refreshWeather?.run.id).toMatch(/^\d+$/);
  await until('all is done', () => isSettled(pool));
  const { rows } = await pool.query<{ observed_at: Date }>(
    'SELECT observed_at FROM latest_observations WHERE city_id = 1850147',
  );
  const observedAt = rows[0]?.observed_at.toISOString().replace('.000', '');
  for (const where of [api, other]) {
    await until('the replica has it', async () =>
      JSON.stringify((await ask(where, LATEST)).body).includes(observedAt ?? 'nothing'),
    );
  }
  const sessions = `SELECT count(*)::int AS n FROM pg_stat_activity WHERE query LIKE '%latest_observations%'
                       AND application_name = 'weather-warehouse' AND pid <> pg_backend_pid()`;
  expect((await onReplica(sessions))[0]?.n).toBeGreaterThan(0);
  expect(await doctor()).toMatchObject({
    level: 'warn',
    says: expect.stringMatching(/^follows; .*feedback is off/) as unknown,
  });
});

test('every query of the guide and every export can be answered by a server that takes no writes', async () => {
  const guide = await readFile('docs/querying.md', 'utf8');
  const queries = [...guide.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query = '']) => query);
  const reads = queries.filter((query) => !/^\s*(#.*\n)*\s*(mutation|subscription)/.test(query));
  expect(reads.length).toBeGreaterThan(5);
  for (const query of reads) {
    const codes = (await ask(api, query)).body.errors?.map(({ extensions }) => extensions.code) ?? [];
    expect(codes, query).not.toContain('INTERNAL_SERVER_ERROR');
    expect(codes, query).not.toContain('SERVICE_UNAVAILABLE');
  }
  for (const name of ['observations', 'hourly-summaries', 'daily-summaries', 'moving-averages'])
    expect(await api.status(`/export/${name}.csv?tracked=true&past=P2D`)).toBe(200);
});

test('administrators see what they wrote while the replica is behind, others the state before, and it is said', async () => {
  await onReplica('SELECT pg_wal_replay_pause()');
  try {
    await rename('Nieuw Amsterdam');
    // Three times: the second is kept, the third would come from the cache.
    for (let times = 0; times < 3; times += 1) {
      expect(await ask(api, NAME)).toMatchObject(named('New York'));
      expect(await other.ask(NAME)).toMatchObject(named('Nieuw Amsterdam'));
    }
    await rename('New Orange');
    expect(await other.ask(NAME)).toMatchObject(named('New Orange'));
    const mutation = 'mutation { refreshWeather(input: {}) { run { id } userErrors { message } } }';
    const id = (await api.ask(mutation)).body.data?.refreshWeather?.run.id ?? '';
    expect((await other.ask(`{ run(id: "${id}") { id } }`)).body).toMatchObject({ data: { run: { id } } });
    expect((await ask(other, `{ run(id: "${id}") { id } }`)).body).toMatchObject({ data: { run: null } });
    await until('the lag is known', async () => /Seconds":[1-9]/.test(await readiness(api)));
    expect(await readiness(api)).toMatch(/^200 .*"ready"/);
    expect(await doctor()).toMatchObject({
      level: 'warn',
      says: expect.stringMatching(/MB behind/) as unknown,
    });
    const late = answering();
    await until('it waits', () => late.log.includes('The read replica has not replayed yet'));
    expect(await late.status('/readyz')).toBe(503);
    await onReplica('SELECT pg_wal_replay_resume()');
    await late.ready();
    await late.stop();
  } finally {
    await onReplica('SELECT pg_wal_replay_resume()');
  }
  await until('it catches up', () => saysName(api, 'New Orange'));
  await until('the lag is gone', async () => (await readiness(api)).includes('Seconds":0'));
  await until('all is done', () => isSettled(pool));
  await rename('New York');
  await until('it follows', () => saysName(api, 'New York'));
});

/** Makes dead rows and takes them away, which cancels who reads them on the replica. */
async function conflict(): Promise<void> {
  await pool.query('UPDATE cities SET population = population + 1');
  await pool.query('VACUUM cities');
}

async function conflicts(): Promise<number> {
  const rows = await onReplica(
    `SELECT sum(confl_snapshot + confl_lock + confl_bufferpin)::int AS n FROM pg_stat_database_conflicts`,
  );
  return Number(rows[0]?.n);
}

test('a read that the replica cancels in favour of its log is done again', async () => {
  const reader = openPool(replica.url, API_LIMITS, quiet);
  const before = await conflicts();
  let sent = 0;
  reader.on('acquire', () => (sent += 1));
  try {
    const slow = 'SELECT count(*)::int AS cities, pg_sleep(1.5) FROM cities';
    const reading = cancellable(reader, new Reader()).query<{ cities: number }>({
      text: slow,
    });
    await until('it reads', async () => {
      const active = await onReplica(`SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'`);
      return active.length > 0;
    });
    await conflict();
    expect((await reading).rows[0]?.cities).toBe(6);
    expect(sent).toBeGreaterThan(1);
    expect(await conflicts()).toBeGreaterThan(before);
  } finally {
    await reader.end();
  }
});

test('reads under a storm of conflicts are answered, or refused in a way that says to come again', async () => {
  const storm = new AbortController();
  const storming = (async () => {
    while (!storm.signal.aborted) {
      await pool.query('BEGIN; LOCK TABLE cities, observations IN ACCESS EXCLUSIVE MODE; COMMIT');
      await conflict();
    }
  })();
  const answers = await Promise.all(
    Array.from({ length: 8 }, async () => {
      const those: Awaited<ReturnType<typeof ask>>[] = [];
      for (let times = 0; times < 50; times += 1)
        those.push(await ask(api, `{ c${times}: city(id: "5128581") { name } }`));
      return those;
    }),
  );
  storm.abort();
  await storming;
  const codes = answers.flat().map(({ body }) => body.errors?.[0]?.extensions.code ?? 'ANSWERED');
  for (const code of new Set(codes)) expect(['ANSWERED', 'SERVICE_UNAVAILABLE', 'TIMEOUT']).toContain(code);
  expect(codes.filter((code) => code === 'ANSWERED').length).toBeGreaterThan(codes.length / 2);
});

test('without its replica a process is not ready and says why; administrators go on, and it recovers by itself', async () => {
  await replica.kill();
  expect(await readiness(api)).toMatch(/^503 .*"The read replica does not answer."/);
  expect(await ask(api, NAME)).toMatchObject({
    body: { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
  });
  expect(await api.ask(NAME)).toMatchObject(named('New York'));
  expect(await worker.status('/readyz')).toBe(200);
  const finding = await doctor();
  expect(finding).toMatchObject({
    level: 'fail',
    advice: expect.stringContaining('DATABASE_READ_URL') as unknown,
  });
  expect(JSON.stringify(finding)).not.toContain(replica.password);
  await replica.start();
  await until('it answers', () => saysName(api, 'New York'));
  expect(await readiness(api)).toMatch(/^200/);
});

test('without the primary reading goes on, writing says to come again, and the replica follows once it is back', async () => {
  await primary.kill();
  expect(await ask(api, NAME)).toMatchObject(named('New York'));
  expect(await readiness(api)).toMatch(/^200/);
  expect(await api.ask('mutation { refreshWeather(input: {}) { run { id } } }')).toMatchObject({
    body: { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
  });
  await until('the lag is unknown', async () => (await readiness(api)).includes('Seconds":null'));
  await primary.start();
  await until('it takes writes', () =>
    rename('New York again').then(
      () => true,
      () => false,
    ),
  );
  await until('it follows', () => saysName(api, 'New York again'));
  await rename('New York');
  await until('it follows', () => saysName(other, 'New York'));
});
