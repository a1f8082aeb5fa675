import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { testDatabase, type TestDatabase } from '../../testing/database.js';
import { testReplica, type TestServer } from '../testing.js';
import { ADDED, Clients, rawSubscriber, subscribed, wsUrl } from './testkit.js';

const READ_KEY = 'a-key-that-may-only-read';
const KEYS = { admin: 'an-administrator-key-for-tests', read: [READ_KEY] };
const LIMITS = { subscriptions: 3, connectionsPerClient: 4 };

let database: TestDatabase;
let replica: TestServer;
let closed: TestServer;
const clients = new Clients();

beforeAll(async () => {
  database = await testDatabase();
  replica = await testReplica(database.url, { live: LIMITS });
  closed = await testReplica(database.url, {}, { keys: KEYS });
});
afterEach(async () => {
  await clients.leave();
  await expect.poll(() => replica.liveConnections()).toBe(0);
});
afterAll(async () => {
  for (const server of [replica, closed]) await server.stop();
  await database.drop();
});

describe('what is refused', () => {
  const refusalOf = async (query: string, server = replica): Promise<unknown> => {
    const iterator = clients.ws(server).iterate({ query });
    return iterator.next().then(
      ({ value }) => value as unknown,
      (errors: unknown) => errors,
    );
  };
  const deep = `{ city { latestObservation `.repeat(8) + '{ observedAt }' + ' } }'.repeat(8);

  test.each([
    ['no GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['too deep', `subscription { observationAdded(cityIds: "1") ${deep} }`, 'GRAPHQL_VALIDATION_FAILED'],
    ['no city', 'subscription { observationAdded(cityIds: []) { observedAt } }', 'BAD_USER_INPUT'],
    ['no id of a city', 'subscription { observationAdded(cityIds: ["x"]) { observedAt } }', 'BAD_USER_INPUT'],
    ['no id of a run', 'subscription { runProgress(id: "-1") { id } }', 'BAD_USER_INPUT'],
    [
      'too much for each event',
      `subscription { observationAdded(cityIds: "1") { city { ${Array.from({ length: 20 }, (_, i) => `a${i}: observations(past: "P300D", first: 500) { nodes { airTemperature } }`).join(' ')} } } }`,
      'COST_LIMITED',
    ],
    ['a query', '{ warehouse { demo } }', 'BAD_REQUEST'],
    ['a mutation', 'mutation { refreshWeather(input: {}) { run { id } } }', 'UNAUTHENTICATED'],
  ])('%s', async (_, query, code) => {
    const before = replica.statements();
    const errors = await refusalOf(query);
    expect(errors).toMatchObject([{ extensions: { code } }]);
    expect(JSON.stringify(errors).length).toBeLessThan(2_000);
    const streamed = await fetch(`${replica.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
    });
    expect(streamed.status).toBe(code === 'UNAUTHENTICATED' ? 401 : 400);
    expect(await streamed.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    expect(replica.statements()).toBe(before);
  });

  test('a subscription at /graphql, with word where to go', async () => {
    const response = await fetch(`${replica.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: 'subscription { observationAdded(cityIds: "1") { observedAt } }' }),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('/graphql/stream');
  });

  test('without a key, where one is needed to read', async () => {
    const subscription = { query: ADDED, variables: { ids: ['1'] } };
    await expect(clients.ws(closed).iterate(subscription).next()).rejects.toMatchObject({ code: 4403 });
    await expect(
      clients.ws(closed, { authorization: 'Bearer wrong' }).iterate(subscription).next(),
    ).rejects.toMatchObject({ code: 4403 });
    const stream = `${closed.url}/graphql/stream?query=${encodeURIComponent('subscription { observationAdded(cityIds: "1") { observedAt } }')}`;
    expect((await fetch(stream)).status).toBe(401);
    clients
      .listen(clients.ws(closed, { authorization: `Bearer ${READ_KEY}` }).iterate(subscription))(1)
      .catch(() => undefined);
    const streaming = await fetch(stream, { headers: { authorization: `Bearer ${READ_KEY}` } });
    expect(streaming.headers.get('content-type')).toContain('text/event-stream');
    await subscribed(closed, 2);
    await streaming.body?.cancel();
    await subscribed(closed, 1);
  });

  test('a page of another site', async () => {
    const opened = new WebSocket(wsUrl(replica), 'graphql-transport-ws', { origin: 'https://example.org' });
    const [, response] = (await once(opened, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(403);
    const own = new WebSocket(wsUrl(replica), 'graphql-transport-ws', { origin: replica.url });
    await once(own, 'open');
    own.close();
  });

  test('more subscriptions than one WebSocket carries, and more connections than one client may hold', async () => {
    const client = clients.ws(replica);
    for (let i = 0; i < 3; i += 1)
      void clients.listen(client.iterate({ query: ADDED, variables: { ids: ['1'] } }))(1);
    await subscribed(replica, 3);
    await expect(client.iterate({ query: ADDED, variables: { ids: ['1'] } }).next()).rejects.toMatchObject([
      { extensions: { code: 'RATE_LIMITED' } },
    ]);
    for (let i = 0; i < 3; i += 1) {
      const socket = new WebSocket(wsUrl(replica), 'graphql-transport-ws');
      await once(socket, 'open');
      clients.onLeave(() => socket.close());
    }
    const fifth = new WebSocket(wsUrl(replica), 'graphql-transport-ws');
    const [, response] = (await once(fifth, 'unexpected-response')) as [
      unknown,
      { statusCode: number; headers: object },
    ];
    expect(response).toMatchObject({ statusCode: 429, headers: { 'retry-after': '10' } });
  });
});

describe('clients that vanish, dawdle or stay when the server goes', () => {
  test('a client that is gone leaves nothing behind', async () => {
    const socket = rawSubscriber(replica);
    await subscribed(replica, 1);
    socket.terminate();
    await subscribed(replica, 0);
  });

  test('a client whose network went without a word is found out', async () => {
    const nervous = await testReplica(database.url, { live: { ping: 50 } });
    const [code] = (await once(rawSubscriber(nervous, { autoPong: false }), 'close')) as [number];
    // Cut, without a word that nobody would hear.
    expect(code).toBe(1006);
    await subscribed(nervous, 0);
    await nervous.stop();
  });

  test('a WebSocket that says nothing is closed', async () => {
    const impatient = await testReplica(database.url, { live: { greeting: 50 } });
    const socket = new WebSocket(wsUrl(impatient), 'graphql-transport-ws');
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(4408);
    await impatient.stop();
  });

  test('a server that stops closes WebSockets as going away and streams without completing them', async () => {
    const stopping = await testReplica(database.url);
    const socket = new WebSocket(wsUrl(stopping), 'graphql-transport-ws');
    await once(socket, 'open');
    const stream = await fetch(
      `${stopping.url}/graphql/stream?query=${encodeURIComponent('subscription { observationAdded(cityIds: "1") { observedAt } }')}`,
    );
    const gone = once(socket, 'close');
    await stopping.stop();
    expect((await gone)[0]).toBe(1001);
    expect(await stream.text()).not.toContain('complete');
  });
});
