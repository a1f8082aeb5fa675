import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { addCity, land, load } from '../../load/testkit.js';
import { testDatabase, type TestDatabase } from '../../testing/database.js';
import { testReplica, type TestServer } from '../testing.js';
import { ADDED, Clients, rawSubscriber, subscribed } from './testkit.js';
import { TOO_SLOW } from './websocket.js';

const CITIES = Array.from({ length: 400 }, (_, i) => i + 1);
const AT = '2026-05-01T10:00:00Z';
/** Answers of some kilobytes, so that the network's own buffers are soon full. */
const LONG = `subscription Long($ids: [ID!]!) { observationAdded(cityIds: $ids) {
  ${Array.from({ length: 49 }, (_, i) => `${'a_long_name_to_fill_up_the_network'.repeat(3)}_${i}: observedAt`).join(' ')} } }`;
const PAYLOAD = { query: LONG, variables: { ids: CITIES.map(String) } };
const MEGABYTE = 2 ** 20;
const PATIENT = { timeout: 20_000 };

let database: TestDatabase;
let server: TestServer;
const clients = new Clients();

beforeAll(async () => {
  database = await testDatabase();
  server = await testReplica(database.url);
  for (const id of CITIES) await addCity(server.pool, id);
  const observations = [{ at: AT, values: { AIR_TEMPERATURE: 1 } }];
  await land(server.pool, ...CITIES.map((cityId) => ({ cityId, observations })));
  await load(server.pool);
});
afterEach(async () => {
  await clients.leave();
  await expect.poll(() => server.liveConnections(), PATIENT).toBe(0);
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

const held = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Makes the news of all cities come again and again until the only subscriber is given up. @returns bytes of memory */
async function flood(): Promise<number> {
  const seconds = Date.parse(AT) / 1_000;
  const before = held();
  let most = before;
  while (server.subscribers() > 0) {
    await server.pool.query(
      `SELECT pg_notify('observations_added', string_agg(id || ':' || $1::bigint || ':OPENWEATHERMAP', ','))
         FROM unnest($2::int[]) AS id GROUP BY id / 100`,
      [seconds, CITIES],
    );
    await sleep(20);
    most = Math.max(most, held());
  }
  return most - before;
}

test('a WebSocket that reads nothing costs bounded memory, and is closed with the code for it', async () => {
  const socket = rawSubscriber(server, {}, PAYLOAD);
  clients.onLeave(() => socket.terminate());
  await subscribed(server, 1);
  socket.pause();
  expect(await flood()).toBeLessThan(100 * MEGABYTE);
  const closed = once(socket, 'close');
  socket.resume();
  expect((await closed)[0]).toBe(TOO_SLOW);
});

test('an event stream that reads nothing costs bounded memory, and is cut', async () => {
  const asking = request(`${server.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
  });
  clients.onLeave(() => asking.destroy());
  asking.end(JSON.stringify(PAYLOAD));
  const [stream] = (await once(asking, 'response')) as [IncomingMessage];
  stream.pause();
  await subscribed(server, 1);
  expect(await flood()).toBeLessThan(100 * MEGABYTE);
  let text = '';
  stream.on('data', (chunk: Buffer) => (text += chunk.toString())).resume();
  const [failure] = (await once(stream, 'error')) as [NodeJS.ErrnoException];
  expect(failure.code).toBe('ECONNRESET');
  expect(text).not.toContain('event: complete');
});

test('when the connection that listens is lost, subscribers hear of what came meanwhile and of what comes after', async () => {
  const next = clients.listen(clients.ws(server).iterate({ query: ADDED, variables: { ids: ['1', '2'] } }));
  await subscribed(server, 1);
  const observe = async (cityId: number, at: string): Promise<void> => {
    await land(server.pool, { cityId, observations: [{ at, values: { AIR_TEMPERATURE: 2 } }] });
    await load(server.pool);
  };
  const listeners = async (): Promise<number> => {
    const { rows } = await server.pool.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
    );
    return rows.length;
  };
  await server.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  await observe(1, '2026-05-01T10:10:00Z');
  await expect.poll(listeners, PATIENT).toBe(1);
  const caughtUp = await next(2);
  expect(caughtUp.map(({ data }) => data?.observationAdded)).toEqual(
    expect.arrayContaining([expect.objectContaining({ observedAt: '2026-05-01T10:10:00Z' })]),
  );
  const after = next(1);
  await observe(2, '2026-05-01T10:20:00Z');
  expect((await after)[0]?.data?.observationAdded).toMatchObject({
    city: { id: '2' },
    observedAt: '2026-05-01T10:20:00Z',
  });
});
