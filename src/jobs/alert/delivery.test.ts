import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { webhook } from '../../alerts/webhook.js';
import { createLogger } from '../../logger.js';
import { requestRun } from '../../database/run-requests.js';
import { enqueueDue } from '../schedule.js';
import { until } from '../testkit.js';
import { Worker } from '../worker.js';
import { alert } from './alert.js';
import { AlertWorld } from './testkit.js';

let at: AlertWorld;
beforeAll(async () => (at = await AlertWorld.open()));
afterAll(() => at.close());
beforeEach(() => at.reset());

describe('delivery', () => {
  test('a generic receiver gets one JSON object an alert', async () => {
    await at.sourceIsDown();
    await at.look({ post: webhook({ url: at.receiver.url, kind: 'json', token: 'the-token' }) });
    const [{ method, path, headers, body } = { headers: {}, body: '' }] = at.receiver.received;
    expect({ method, path }).toEqual({ method: 'POST', path: '/hook/a-secret-in-the-path' });
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      authorization: 'Bearer the-token',
      'idempotency-key': 'weather-alert-1-raised',
    });
    const payload = JSON.parse(body) as Record<string, unknown>;
    expect({ ...payload, raisedAt: typeof payload.raisedAt }).toMatchInlineSnapshot(`
      {
        "city": null,
        "cityId": null,
        "id": "1",
        "kind": "SOURCE_DOWN",
        "message": "4 failures in a row (answered 503); calls are paused until 2099-01-01 00:00 UTC.",
        "raisedAt": "string",
        "resolvedAt": null,
        "rule": null,
        "severity": "ERROR",
        "state": "RAISED",
        "title": "OPENWEATHERMAP does not answer",
      }
    `);
  });

  test('ntfy gets text, with title, priority and tags in headers', async () => {
    await at.sql(`UPDATE cities SET name = 'Malmö' WHERE id = 1`);
    await at.sql(`UPDATE tracked_cities SET tracked_at = now() - interval '2 hours' WHERE city_id = 1`);
    await at.look({ post: webhook({ url: at.receiver.url, kind: 'ntfy' }) });
    const [{ headers, body } = { headers: {}, body: '' }] = at.receiver.received;
    expect(headers).toMatchObject({
      title: `=?UTF-8?B?${Buffer.from('No news of Malmö').toString('base64')}?=`,
      priority: 'default',
      tags: 'warning',
    });
    expect(body).toMatch(/^The newest observation of Malmö \(city 1\) is of /);
  });

  test('a receiver that fails gets it later, once; its end is told when asked for', async () => {
    await at.sourceIsDown();
    at.receiver.answers.push(500);
    const failed = await at.look({ tellsEnds: true });
    expect(failed).toEqual({ status: 'PARTIAL', error: 'The webhook answered 500; alerts wait for it.' });
    expect(await at.alerts()).toMatchObject([
      { delivered: false, attempts: 1, waits: true, error: 'The webhook answered 500' },
    ]);
    await at.look({ tellsEnds: true });
    expect(at.receiver.received).toHaveLength(1);
    await at.postNow();
    await at.look({ tellsEnds: true });
    expect(await at.alerts()).toMatchObject([{ delivered: true, attempts: 0, waits: false, error: null }]);
    await at.sourceIsBack();
    await at.look({ tellsEnds: true });
    await at.look({ tellsEnds: true });
    expect(at.receiver.received.map(({ body }) => (JSON.parse(body) as { state: string }).state)).toEqual([
      'RAISED',
      'RAISED',
      'RESOLVED',
    ]);
  });

  test('one that is down, slow or sends us elsewhere is left for later, and its address is nowhere', async () => {
    await at.sourceIsDown();
    at.receiver.answers.push(0, 302);
    const down = webhook({ url: 'http://127.0.0.1:9/a-secret-in-the-path', kind: 'json' });
    const slow = webhook({ url: at.receiver.url, kind: 'json', deadline: 100 });
    const said = [];
    for (const post of [down, slow, webhook({ url: at.receiver.url, kind: 'json' })]) {
      await at.postNow();
      said.push((await at.look({ post })).error);
    }
    expect(said[0]).toMatch(/^The webhook could not be reached/);
    expect(said.slice(1)).toEqual([
      'The webhook did not answer within 0.1 s; alerts wait for it.',
      'The webhook answered 302; alerts wait for it.',
    ]);
    expect(at.receiver.received.map(({ path }) => path)).not.toContain('/elsewhere');
    const rows = await at.sql('SELECT alerts::text FROM alerts UNION ALL SELECT runs::text FROM runs');
    expect(JSON.stringify([rows, at.world.lines, said])).not.toMatch(/a-secret|127\.0\.0\.1/);
  });

  test('without a webhook alerts are kept and nothing waits', async () => {
    await at.sourceIsDown();
    expect(await at.look({ post: undefined })).toEqual({ status: 'SUCCEEDED' });
    expect(await at.alerts()).toMatchObject([{ delivered: false, waits: false }]);
  });

  test('two replicas post once, and a slow receiver keeps no other job waiting', async () => {
    await at.sourceIsDown();
    at.receiver.answers.push(0);
    const slow = webhook({ url: at.receiver.url, kind: 'json', deadline: 3_000 });
    const done: string[] = [];
    const workers = at.world.pools.map(
      (pool) =>
        new Worker({
          pool,
          logger: createLogger('silent'),
          handlers: {
            ALERT: (run) => alert(pool, at.settings({ post: slow }), run),
            CHECK: () => {
              done.push('CHECK');
              return Promise.resolve({ status: 'SUCCEEDED' });
            },
          },
          pollInterval: 50,
        }),
    );
    for (const worker of workers) worker.start();
    try {
      await Promise.all(at.world.pools.map((pool) => enqueueDue(pool, 'ALERT', 'SCHEDULE', true)));
      await until(() => at.receiver.received.length > 0);
      await requestRun(at.world.pool, { job: 'CHECK', trigger: 'CLI', requestedBy: 'test' });
      await until(() => done.length > 0);
      // Still waiting for its at.receiver.
      expect((await at.alerts())[0]).toMatchObject({ attempts: 0, waits: true });
      await until(async () => (await at.alerts())[0]?.attempts === 1);
      await at.postNow();
      await Promise.all(at.world.pools.map((pool) => enqueueDue(pool, 'ALERT', 'CLI')));
      await until(async () => (await at.alerts())[0]?.delivered === true);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop(1_000)));
    }
    expect(at.receiver.received).toHaveLength(2);
    expect(await at.alerts()).toMatchObject([{ occurrence: 1, delivered: true }]);
  });
});
