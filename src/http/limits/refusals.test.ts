import { once } from 'node:events';
import net from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { ADMIN_KEY } from '../../graphql/testing/api.js';
import { wsUrl } from '../live/testkit.js';
import { testServer, type TestServer } from '../testing.js';
import { Refusals } from './refusals.js';

const SECOND = 1_000;

describe('counts', () => {
  const begin = (most: number) => {
    const clock = { now: 1_000_000 };
    const isAdministrator = () => false;
    const refusals = new Refusals({ most, isAdministrator, now: () => clock.now });
    const refuse = (times: number, address = '192.0.2.1'): number => {
      for (let i = 0; i < times; i += 1) refusals.note(address, 400);
      return refusals.wait(address);
    };
    return { clock, refusals, refuse };
  };

  test('each pause is twice as long as the one before, a minute at most, and long good conduct is rewarded', () => {
    const { clock, refuse } = begin(3);
    const pauses = Array.from({ length: 8 }, () => {
      const wait = refuse(3);
      clock.now += wait * SECOND;
      return wait;
    });
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    clock.now += 600 * SECOND;
    expect(refuse(3)).toBe(1);
  });

  test('what is refused now and then, as when somebody tries things out, is no reason to pause', () => {
    const { clock, refuse } = begin(60);
    for (let minute = 0; minute < 10; minute += 1) {
      expect(refuse(59)).toBe(0);
      clock.now += 10 * SECOND;
    }
  });

  test('a pause is not made longer by what arrives during it', () => {
    const { clock, refuse } = begin(3);
    expect(refuse(3)).toBe(1);
    clock.now += 0.5 * SECOND;
    expect(refuse(50)).toBe(1);
    clock.now += 0.5 * SECOND;
    expect(refuse(2)).toBe(0);
  });

  test('many behind one address do not pause because of one of them, as long as most are answered', () => {
    const { refusals, refuse } = begin(3);
    refuse(1);
    for (let i = 0; i < 10; i += 1) refusals.note('192.0.2.1', 200);
    expect(refuse(8)).toBe(0);
    expect(refuse(2)).toBe(1);
  });

  test('large requests count for several, ten at most: people write short ones', () => {
    const { refusals } = begin(12);
    refusals.note('192.0.2.1', 400, 4_000);
    refusals.note('192.0.2.1', 413, 5_000_000);
    expect(refusals.wait('192.0.2.1')).toBe(0);
    refusals.note('192.0.2.1', 400);
    expect(refusals.wait('192.0.2.1')).toBe(1);
  });

  test('neighbours in an IPv6 network are one client, others are not, and limits’ own answers do not count', () => {
    const { refusals, refuse } = begin(2);
    refuse(1, '2001:db8:0:1::1');
    expect(refuse(1, '2001:db8:0:1::2')).toBe(1);
    expect(refusals.wait('2001:db8:0:2::1')).toBe(0);
    for (const status of [404, 408, 429, 503])
      for (let i = 0; i < 9; i += 1) refusals.note('192.0.2.9', status);
    expect(refusals.wait('192.0.2.9')).toBe(0);
  });

  test('clients are remembered, but not without end', () => {
    const { refusals, refuse } = begin(1);
    refuse(1, '192.0.2.1');
    for (let i = 0; i < 9_999; i += 1) refusals.note(`10.0.${i >> 8}.${i & 255}`, 400);
    expect(refusals.wait('192.0.2.1')).toBe(1);
    refuse(1, '192.0.2.2');
    expect(refusals.wait('192.0.2.1')).toBe(0);
    expect(refusals.wait('192.0.2.2')).toBe(1);
  });
});

describe('a client that is refused again and again', () => {
  const MOST = 10;
  let server: TestServer | undefined;
  afterEach(() => server?.stop());

  const ask = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${server?.url ?? ''}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
    });
  const WRONG = [
    'no GraphQL {',
    '{ unknown }',
    '{ cities(first: 0) { nodes { id } } }',
    'mutation { refreshWeather(input: {}) { run { id } } }',
  ];
  const flood = async (headers: Record<string, string> = {}) => {
    for (let i = 0; i < MOST; i += 1) await ask(WRONG[i % WRONG.length] ?? '', headers);
  };

  test('is told to pause, whatever it asks, and others are not', async () => {
    server = await testServer({ limits: { refused: MOST, trustProxy: 1 } });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    await flood(from('192.0.2.1'));
    const refused = await ask('{ warehouse { demo } }', from('192.0.2.1'));
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect((await ask('{ warehouse { demo } }', from('192.0.2.2'))).status).toBe(200);
    const health = await fetch(`${server.url}/healthz`, { headers: from('192.0.2.1') });
    expect(health.status).toBe(200);
    const later = async () => (await ask('{ warehouse { demo } }', from('192.0.2.1'))).status;
    await expect.poll(later, { timeout: 10_000 }).toBe(200);
  });

  test('is told so before it has sent its body', async () => {
    server = await testServer({ limits: { refused: MOST } });
    await flood();
    const { hostname, port } = new URL(server.url);
    const socket = net.connect(Number(port), hostname);
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000000\r\n\r\n{',
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 429 /);
    expect(answer.toString()).toMatch(/connection: close/i);
    await once(socket, 'close');
  });

  test('is let in with an administrator’s key, and finds none out by trying', async () => {
    server = await testServer({ limits: { refused: MOST } });
    await flood();
    const key = (text: string) => ({ authorization: `Bearer ${text}` });
    expect((await ask('{ warehouse { demo } }', key(ADMIN_KEY))).status).toBe(200);
    for (let i = 0; i < 5; i += 1) expect((await ask('{ x }', key(`wrong-key-${i}`))).status).toBe(429);
    expect((await ask('{ warehouse { demo } }', key(ADMIN_KEY))).status).toBe(429);
  });

  test('is shown the door by WebSocket, too', async () => {
    server = await testServer({ limits: { refused: MOST } });
    const socket = new WebSocket(wsUrl(server), 'graphql-transport-ws');
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'connection_init' }));
    await once(socket, 'message');
    for (let i = 0; i < MOST; i += 1)
      socket.send(JSON.stringify({ id: String(i), type: 'subscribe', payload: { query: '{ no }' } }));
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(1013);
    const again = new WebSocket(wsUrl(server), 'graphql-transport-ws');
    const [, response] = (await once(again, 'unexpected-response')) as [unknown, { statusCode: number }];
    expect(response.statusCode).toBe(429);
  });
});
