import { createClient as createSseClient } from 'graphql-sse';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../database/transaction.js';
import { addCity, land, load } from '../../load/testkit.js';
import { testDatabase, type TestDatabase } from '../../testing/database.js';
import { testReplica, type TestServer } from '../testing.js';
import { ADDED, Clients, subscribed } from './testkit.js';

let database: TestDatabase;
/** Two processes on one database: what one writes, subscribers of the other hear. */
let writer: TestServer;
let replica: TestServer;
const clients = new Clients();

beforeAll(async () => {
  database = await testDatabase();
  writer = await testReplica(database.url);
  replica = await testReplica(database.url);
  for (const id of [1, 2, 3]) await addCity(writer.pool, id);
});
afterEach(async () => {
  await clients.leave();
  await expect.poll(() => replica.liveConnections()).toBe(0);
});
afterAll(async () => {
  for (const server of [writer, replica]) await server.stop();
  await database.drop();
});

async function observe(cityId: number, at: string, airTemperature: number, fetchedAt = at): Promise<void> {
  await land(writer.pool, {
    cityId,
    fetchedAt,
    observations: [{ at, values: { AIR_TEMPERATURE: airTemperature } }],
  });
  await load(writer.pool);
}

const answer = (id: string, observedAt: string, airTemperature: number) => ({
  data: {
    observationAdded: {
      city: { id, name: 'Place' },
      observedAt,
      airTemperature,
      source: { source: 'OPENWEATHERMAP' },
    },
  },
});

describe('observationAdded', () => {
  test('by WebSocket, on another replica than the one that wrote', async () => {
    const next = clients.listen(
      clients.ws(replica).iterate({ query: ADDED, variables: { ids: ['1', '2'] } }),
    );
    const first = next(2);
    await subscribed(replica, 1);
    await observe(3, '2026-05-01T10:00:00Z', 1);
    await observe(1, '2026-05-01T10:00:00Z', 12.5);
    await observe(2, '2026-05-01T10:10:00Z', -3);
    expect(await first).toEqual([
      answer('1', '2026-05-01T10:00:00Z', 12.5),
      answer('2', '2026-05-01T10:10:00Z', -3),
    ]);
  });

  test('by server-sent events, with units and with what lies below it', async () => {
    const client = createSseClient({ url: `${replica.url}/graphql/stream`, retryAttempts: 0 });
    clients.onLeave(() => client.dispose());
    const query = `subscription { observationAdded(cityIds: "1", units: IMPERIAL) {
      airTemperature city { latestObservation { observedAt } } run { id } } }`;
    const first = clients.listen(client.iterate({ query }))(1);
    await subscribed(replica, 1);
    await observe(1, '2026-05-01T11:00:00Z', 20);
    expect(await first).toEqual([
      {
        data: {
          observationAdded: {
            airTemperature: 68,
            city: { latestObservation: { observedAt: '2026-05-01T11:00:00Z' } },
            run: null,
          },
        },
      },
    ]);
  });

  test('a correction is news; the same again, history, and what is rolled back are not', async () => {
    const next = clients.listen(clients.ws(replica).iterate({ query: ADDED, variables: { ids: ['1'] } }));
    const first = next(2);
    await subscribed(replica, 1);
    const at = '2026-05-02T10:00:00Z';
    await observe(1, at, 5);
    await observe(1, at, 5, '2026-05-02T10:05:00Z');
    await land(writer.pool, {
      cityId: 1,
      kind: 'ARCHIVE',
      observations: [{ at: '2020-01-01T00:00:00Z', values: { AIR_TEMPERATURE: 1 } }],
    });
    await load(writer.pool);
    const undone = transaction(writer.pool, async (client) => {
      await client.query(`SELECT pg_notify('observations_added', '1:0:OPENWEATHERMAP')`);
      throw new Error('no');
    });
    await expect(undone).rejects.toThrow('no');
    await observe(1, at, 6, '2026-05-02T10:10:00Z');
    expect(await first).toEqual([answer('1', at, 5), answer('1', at, 6)]);
  });

  test('any number of subscribers costs the same statements', async () => {
    const statementsFor = async (count: number, at: string): Promise<number> => {
      const several = Array.from({ length: count }, () => clients.ws(replica));
      const answers = several.map((client) =>
        clients.listen(client.iterate({ query: ADDED, variables: { ids: ['1', '2', '3'] } }))(1),
      );
      await subscribed(replica, count);
      const before = replica.statements();
      await observe(1, at, 7);
      for (const got of await Promise.all(answers)) expect(got).toEqual([answer('1', at, 7)]);
      const after = replica.statements();
      for (const client of several) await client.dispose();
      await subscribed(replica, 0);
      return after - before;
    };
    const one = await statementsFor(1, '2026-05-03T10:00:00Z');
    expect(await statementsFor(4, '2026-05-03T10:10:00Z')).toBe(one);
    expect(one).toBe(2);
  });

  test('a load of more cities than one notification names reaches subscribers whole', async () => {
    const ids = Array.from({ length: 450 }, (_, i) => 2_000_000_000 + i);
    await writer.pool.query(
      `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
       SELECT id, 'P', 'P', 'DE', 50, 10, 'Europe/Berlin', 'p' FROM unnest($1::int[]) AS id`,
      [ids],
    );
    const query = 'subscription S($ids: [ID!]!) { observationAdded(cityIds: $ids) { city { id } } }';
    const all = clients.listen(clients.ws(replica).iterate({ query, variables: { ids: ids.map(String) } }))(
      450,
    );
    await subscribed(replica, 1);
    const observations = [{ at: '2026-05-01T10:00:00Z', values: { AIR_TEMPERATURE: 1 } }];
    await land(writer.pool, ...ids.map((cityId) => ({ cityId, observations })));
    await load(writer.pool);
    const heard = (await all).map(
      ({ data }) => (data as { observationAdded: { city: { id: string } } }).observationAdded.city.id,
    );
    expect(new Set(heard)).toEqual(new Set(ids.map(String)));
  });
});

describe('runProgress', () => {
  const PROGRESS =
    'subscription P($id: ID!) { runProgress(id: $id) { status progress { done total } finishedAt } }';

  test('begins with the run as it stands, tells what changes, and completes with the run', async () => {
    const { rows } = await writer.pool.query<{ id: string }>(
      `INSERT INTO runs (job, "trigger", status, owner, attempt, lease_until, started_at, progress_total)
       VALUES ('FETCH', 'CLI', 'RUNNING', 'test', 1, now() + interval '1 hour', now(), 4) RETURNING id`,
    );
    const id = rows[0]?.id ?? '';
    const next = clients.listen(clients.ws(replica).iterate({ query: PROGRESS, variables: { id } }));
    const state = (status: string, done: number, finishedAt: unknown = null) => ({
      data: { runProgress: { status, progress: { done, total: 4 }, finishedAt } },
    });
    expect(await next(1)).toEqual([state('RUNNING', 0)]);
    await writer.pool.query('UPDATE runs SET heartbeat_at = now() WHERE id = $1', [id]);
    await writer.pool.query('UPDATE runs SET progress_done = 2 WHERE id = $1', [id]);
    expect(await next(1)).toEqual([state('RUNNING', 2)]);
    await writer.pool.query(
      `UPDATE runs SET status = 'SUCCEEDED', lease_until = NULL, progress_done = 4, finished_at = '2026-05-01T10:00:00Z' WHERE id = $1`,
      [id],
    );
    expect(await next(5)).toEqual([state('SUCCEEDED', 4, '2026-05-01T10:00:00Z')]);
    const again = clients.listen(clients.ws(replica).iterate({ query: PROGRESS, variables: { id } }));
    expect(await again(5)).toEqual([state('SUCCEEDED', 4, '2026-05-01T10:00:00Z')]);
  });

  test('an unknown run is an error', async () => {
    const next = clients.listen(
      clients.ws(replica).iterate({ query: PROGRESS, variables: { id: '999999' } }),
    );
    const [refused] = await next(1);
    expect(refused?.errors?.[0]).toMatchObject({
      path: ['runProgress'],
      extensions: { code: 'BAD_USER_INPUT', argument: 'id' },
    });
  });
});
