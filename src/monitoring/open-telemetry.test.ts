import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer } from '../http/testing.js';
import { createMetrics } from './metrics.js';
import { PoolObserver } from './pool.js';
import { RequestObserver } from './requests.js';
import { observeSource } from './sources.js';
import { observeJobs } from './jobs.js';
import { openTracing, type Tracing } from './tracing.js';
import type { ActiveRun } from '../jobs/active-run.js';
import type { CallOutcome, WeatherSource } from '../sources/source.js';

interface SentSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: unknown }[];
}

interface Sent {
  resourceSpans: { resource: { attributes: unknown[] }; scopeSpans: { spans: SentSpan[] }[] }[];
}

const bodies: string[] = [];
const paths: (string | undefined)[] = [];
const collector = createServer((request, response) => {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    bodies.push(body);
    paths.push(request.url);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});
let tracing: Tracing;
beforeAll(async () => {
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  tracing = await openTracing(`http://127.0.0.1:${(collector.address() as AddressInfo).port}/`);
});
afterAll(() => void collector.close());

function spans(): SentSpan[] {
  const sent = bodies.map((body) => JSON.parse(body) as Sent);
  return sent.flatMap(({ resourceSpans }) =>
    resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
}

test('without an endpoint nothing is traced', async () => {
  const off = await openTracing(undefined);
  expect(off.isOn).toBe(false);
  expect(off.start('anything')).toBeUndefined();
  expect(await off.span('anything', {}, () => Promise.resolve(7))).toBe(7);
});

// One test, for the collector gets its spans when tracing stops.
test('a collector gets request, operation and SQL, and run, stage and call, as two trees', async () => {
  const metrics = createMetrics();
  const requests = new RequestObserver(metrics, tracing);
  const server = await testServer(
    { monitor: requests },
    { aroundExecution: (name, work) => requests.execution(name, work) },
  );
  new PoolObserver(metrics, tracing).observe({ read: server.pool });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const parent = 'b7ad6b7169203331';
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-${parent}-01` },
    body: JSON.stringify({ query: 'query Places { cities(first: 1) { nodes { id } } }' }),
  });
  expect(await response.json()).toMatchObject({ data: { cities: { nodes: [] } } });
  await server.stop();

  const answer: CallOutcome = { kind: 'UNAVAILABLE', answer: null, detail: 'away' };
  const client: WeatherSource = { name: 'OPENWEATHERMAP', current: () => Promise.resolve(answer) };
  const source = observeSource(client, 'api.example.org', { metrics, tracing });
  const place = { cityId: 1, latitude: 1, longitude: 2 };
  const { FETCH } = observeJobs(
    {
      FETCH: async () => {
        await tracing.span('stage fetch', {}, () => source.current(place));
        return { status: 'SUCCEEDED' };
      },
    },
    metrics,
    tracing,
  );
  await FETCH?.(Object.assign(Object.create(null) as ActiveRun, { row: { id: '17', job: 'FETCH' } }));
  await tracing.stop();

  expect(new Set(paths)).toEqual(new Set(['/v1/traces']));
  const all = spans();
  const named = (name: string): SentSpan => {
    const found = all.find((span) => span.name === name);
    if (!found) throw new Error(`no span ${name} among ${all.map((span) => span.name).join(', ')}`);
    return found;
  };
  const request = named('POST /graphql');
  const operation = named('operation other');
  const statement = named('SQL cities');
  expect(request).toMatchObject({ traceId, parentSpanId: parent });
  expect(operation).toMatchObject({ traceId, parentSpanId: request.spanId });
  expect(statement).toMatchObject({ traceId, parentSpanId: operation.spanId });
  const run = named('run FETCH');
  const stage = named('stage fetch');
  const call = named('call current');
  expect(stage).toMatchObject({ traceId: run.traceId, parentSpanId: run.spanId });
  expect(call).toMatchObject({ traceId: run.traceId, parentSpanId: stage.spanId });
  expect(call.attributes).toContainEqual({
    key: 'server.address',
    value: { stringValue: 'api.example.org' },
  });
  expect(run.traceId).not.toBe(traceId);
});
