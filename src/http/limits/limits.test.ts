import { once } from 'node:events';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { HttpLimits } from '../server.js';
import { testServer, type TestServer } from '../testing.js';

let server: TestServer | undefined;

const start = async (limits: HttpLimits): Promise<TestServer> => (server = await testServer({ limits }));
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const ask = (query = '{ warehouse { demo } }', init: RequestInit = {}) =>
  fetch(`${server?.url ?? ''}/graphql`, {
    ...init,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(init.headers as Record<string, string>) },
    body: JSON.stringify({ query }),
  });
const from = (address: string): RequestInit => ({ headers: { 'x-forwarded-for': address } });
const statusOf = async (answer: Promise<Response>) => (await answer).status;

/** Makes every count of the catalogue take as long as it may. */
async function slowDown({ pool }: TestServer): Promise<void> {
  await pool.query('ALTER TABLE cities RENAME TO cities_kept');
  await pool.query('CREATE VIEW cities AS SELECT cities_kept.* FROM cities_kept, pg_sleep(60)');
}

const SLOW = '{ warehouse { cities } }';

async function slowStatements({ pool }: TestServer): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND query LIKE '%FROM cities%' AND pid <> pg_backend_pid()`,
  );
  return rows[0]?.n ?? 0;
}

describe('rate limit', () => {
  test('a client that asks more often than it may is told when to come again', async () => {
    await start({ rate: { requests: 3, cost: 0 } });
    for (let i = 0; i < 3; i += 1) expect(await statusOf(ask())).toBe(200);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect((await fetch(`${server?.url ?? ''}/healthz`)).status).toBe(200);
  });

  test('what queries cost counts, and a query that is one too many does not run', async () => {
    const frugal = await start({ rate: { requests: 0, cost: 5 } });
    for (let i = 0; i < 2; i += 1) expect(await statusOf(ask())).toBe(200);
    const before = frugal.statements();
    const refused = await ask('{ warehouse { cities } }');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(frugal.statements()).toBe(before);
  });

  test('behind a proxy each of its clients counts for itself; without one nobody may say who he is', async () => {
    await start({ rate: { requests: 1, cost: 0 }, trustProxy: 1 });
    expect(await statusOf(ask(undefined, from('192.0.2.1')))).toBe(200);
    expect(await statusOf(ask(undefined, from('192.0.2.2')))).toBe(200);
    // Whatever a client claims stands further left than what the proxy saw.
    expect(await statusOf(ask(undefined, from('192.0.2.99, 192.0.2.1')))).toBe(429);
    await server?.stop();
    await start({ rate: { requests: 1, cost: 0 } });
    expect(await statusOf(ask(undefined, from('192.0.2.1')))).toBe(200);
    expect(await statusOf(ask(undefined, from('192.0.2.2')))).toBe(429);
  });
});

describe('load', () => {
  test('more than there is room for is sent away at once, and room that is freed is given on', async () => {
    const busy = await start({ admission: { running: 1, waiting: 1, patience: 30_000 } });
    await slowDown(busy);
    const leave = new AbortController();
    const running = ask(SLOW, { signal: leave.signal }).catch(() => undefined);
    await expect.poll(() => slowStatements(busy)).toBe(1);
    const waiting = ask();
    await sleep(50);
    const refused = await ask();
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
    leave.abort();
    await running;
    expect(await statusOf(waiting)).toBe(200);
    expect(await statusOf(ask())).toBe(200);
  });

  test('who cannot even wait is sent away before he has sent his body', async () => {
    const busy = await start({ admission: { running: 1, waiting: 0, patience: 30_000 } });
    await slowDown(busy);
    const leave = new AbortController();
    const running = ask(SLOW, { signal: leave.signal }).catch(() => undefined);
    await expect.poll(() => slowStatements(busy)).toBe(1);
    const socket = net.connect(Number(new URL(busy.url).port), '127.0.0.1');
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n',
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/^HTTP\/1.1 503 /);
    socket.destroy();
    leave.abort();
    await running;
  });

  test('nobody waits longer than is any use', async () => {
    const busy = await start({ admission: { running: 1, waiting: 1, patience: 50 } });
    await slowDown(busy);
    const leave = new AbortController();
    const running = ask(SLOW, { signal: leave.signal }).catch(() => undefined);
    await expect.poll(() => slowStatements(busy)).toBe(1);
    expect(await statusOf(ask())).toBe(503);
    leave.abort();
    await running;
  });
});

describe('a client that leaves', () => {
  test('takes its statements along, and their connections serve on', async () => {
    const left = await start({});
    await slowDown(left);
    const leave = new AbortController();
    const gone = Array.from({ length: 3 }, () => ask(SLOW, { signal: leave.signal }).catch(() => undefined));
    await expect.poll(() => slowStatements(left)).toBe(3);
    const { rows: before } = await left.pool.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%FROM cities%' AND datname = current_database() AND pid <> pg_backend_pid()`,
    );
    leave.abort();
    await Promise.all(gone);
    await expect.poll(() => slowStatements(left)).toBe(0);
    const idle = async () => {
      const { rows } = await left.pool.query(
        `SELECT FROM pg_stat_activity WHERE pid = ANY ($1::int[]) AND state = 'idle'`,
        [before.map(({ pid }) => pid)],
      );
      return rows.length;
    };
    await expect.poll(idle).toBeGreaterThanOrEqual(2);
    expect(await (await ask('{ warehouse { trackedCities } }')).json()).toMatchObject({
      data: { warehouse: { trackedCities: 0 } },
    });
    expect(left.log.join('')).not.toContain('A query failed');
  });
});
