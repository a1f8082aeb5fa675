import { afterEach, beforeEach, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../domain/time.js';
import type { ObservedValues } from '../../domain/observation.js';
import { createLogger } from '../../logger.js';
import { openMeteo } from '../open-meteo/client.js';
import { parseHourly } from '../open-meteo/parse.js';
import { openWeatherMap } from '../openweathermap/client.js';
import { parseCurrent } from '../openweathermap/parse.js';
import { startDemoUpstream, type DemoUpstream } from './server.js';

const logger = createLogger('silent');
const NEW_YORK = { cityId: 5128581, latitude: 40.71427, longitude: -74.00597 };

/** By how much the two formats' roundings can differ. */
const ROUNDINGS = [
  ['AIR_TEMPERATURE', 0.06],
  ['RELATIVE_HUMIDITY', 0],
  ['MEAN_SEA_LEVEL_PRESSURE', 0.56],
  ['WIND_SPEED', 0.001],
  ['CLOUD_COVER', 0],
  ['PRECIPITATION', 0.02],
] as const;

let demo: DemoUpstream;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-01-24T10:07:12Z');
  demo = await startDemoUpstream({ now: () => now, control: true, logger });
});
afterEach(() => demo.stop());

async function get(path: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(demo.url + path);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function live(at: Date): Promise<ObservedValues> {
  now = at;
  const source = openWeatherMap({ baseUrl: demo.url, apiKey: 'demo-demo', name: 'DEMO', logger });
  const outcome = await source.current(NEW_YORK);
  if (outcome.kind !== 'ANSWERED') throw new Error(outcome.detail);
  const { observations } = parseCurrent(outcome.answer.body, { place: NEW_YORK, units: 'METRIC' });
  if (!observations[0]) throw new Error('no observation');
  return observations[0];
}

test('live weather and history agree on the same place and instant', async () => {
  now = new Date('2026-01-26T12:00:00Z');
  const source = openMeteo({ url: demo.url, archiveUrl: demo.url, name: 'DEMO', logger });
  const outcome = await source.archive(NEW_YORK, { from: '2026-01-24', to: '2026-01-25' });
  if (outcome.kind !== 'ANSWERED') throw new Error(outcome.detail);
  const history = parseHourly(outcome.answer.body, { place: NEW_YORK }).observations;
  expect(history).toHaveLength(48);
  for (const { observedAt, values } of history) {
    const current = await live(new Date(observedAt.getTime() + 3 * MINUTE));
    expect(current.observedAt).toEqual(observedAt);
    for (const [parameter, rounding] of ROUNDINGS) {
      const difference = (current.values[parameter] ?? 0) - (values[parameter] ?? NaN);
      expect(Math.abs(difference), parameter).toBeLessThanOrEqual(rounding);
    }
  }
});

test('gives new values every ten minutes and repeats them between', async () => {
  const [first, second, third] = [
    await live(new Date('2026-01-24T10:00:00Z')),
    await live(new Date('2026-01-24T10:09:59Z')),
    await live(new Date('2026-01-24T10:10:00Z')),
  ];
  expect(second).toEqual(first);
  expect(third.observedAt.getTime() - first.observedAt.getTime()).toBe(10 * MINUTE);
  expect(third.values).not.toEqual(first.values);
});

test('leaves out what did not happen, as the real one does', async () => {
  const seen = { rain: 0, gust: 0, visibility: 0, several: 0 };
  const count = 300;
  for (let index = 0; index < count; index += 1) {
    now = new Date(Date.UTC(2026, 0, 1) + index * 29 * HOUR);
    const latitude = 25 + (index % 25);
    const { body } = await get(`/data/2.5/weather?lat=${latitude}&lon=-90&appid=k&units=metric`);
    if ('rain' in body) seen.rain += 1;
    if ('visibility' in body) seen.visibility += 1;
    if ('gust' in (body.wind as object)) seen.gust += 1;
    if ((body.weather as unknown[]).length > 1) seen.several += 1;
  }
  for (const [what, times] of Object.entries(seen)) {
    expect(times, what).toBeGreaterThan(0);
    expect(times, what).toBeLessThan(count);
  }
});

test('speaks all three unit systems', async () => {
  const main = async (units: string): Promise<number> => {
    const { body } = await get(`/data/2.5/weather?lat=40.7&lon=-74&appid=k${units}`);
    return (body.main as { temp: number }).temp;
  };
  const celsius = await main('&units=metric');
  expect(await main('')).toBeCloseTo(celsius + 273.15, 1);
  expect(await main('&units=imperial')).toBeCloseTo(celsius * 1.8 + 32, 1);
});

test('has no sunrise in the polar night', async () => {
  expect((await get('/data/2.5/weather?lat=78.2&lon=15.6&appid=k')).body).not.toHaveProperty('sys.sunrise');
  expect((await get('/data/2.5/weather?lat=40.7&lon=-74&appid=k')).body).toHaveProperty('sys.sunrise');
});

test.each([
  ['/data/2.5/weather?lat=1&lon=1', 401, { cod: 401 }],
  ['/data/2.5/weather?appid=k', 400, { cod: '400', message: 'Nothing to geocode' }],
  ['/data/2.5/weather?lat=91&lon=1&appid=k', 400, { cod: '400', message: 'wrong latitude' }],
  ['/data/2.5/group?id=1&appid=k', 404, { cod: '404' }],
  ['/v1/archive?latitude=1&longitude=1', 400, { error: true }],
  [
    '/v1/archive?latitude=1&longitude=1&start_date=2026-01-01&end_date=2026-01-02&hourly=nonsense',
    400,
    { error: true },
  ],
])('refuses %s as the real one would', async (path, status, body) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject(body);
});

test('strikes with a fault where, when and as often as told', async () => {
  const call = async (latitude: number): Promise<number> =>
    (await get(`/data/2.5/weather?lat=${latitude}&lon=-74&appid=k`)).status;
  demo.setFaults([
    { fault: { kind: 'STATUS', status: 404 }, near: { latitude: 50, longitude: -74 } },
    { fault: { kind: 'STATUS', status: 503 }, after: 1, times: 2, path: '/data' },
  ]);
  expect([await call(40), await call(40), await call(50), await call(40), await call(40)]).toEqual([
    200, 503, 404, 503, 200,
  ]);
  demo.setFaults([{ fault: { kind: 'STATUS', status: 500 }, probability: 0.5 }]);
  const statuses = new Set<number>();
  for (let index = 0; index < 30; index += 1) statuses.add(await call(40));
  expect(statuses).toEqual(new Set([200, 500]));
});

test('is steered and read over HTTP when it runs on its own', async () => {
  const steer = (faults: unknown): Promise<Response> =>
    fetch(`${demo.url}/__control`, { method: 'POST', body: JSON.stringify({ faults }) });
  expect((await steer([{ fault: { kind: 'STATUS', status: 429, retryAfter: '30' }, times: 1 }])).status).toBe(
    200,
  );
  expect((await get('/data/2.5/weather?lat=1&lon=2&appid=k')).status).toBe(429);
  expect((await steer([{ fault: { kind: 'NONSENSE' } }])).status).toBe(400);
  const { body } = await get('/__stats');
  expect(body).toMatchObject({
    calls: { '/data/2.5/weather': 1 },
    log: [{ path: '/data/2.5/weather', latitude: 1, longitude: 2, fault: 'STATUS' }],
  });
});

test('has no such controls in the demo', async () => {
  const closed = await startDemoUpstream({ logger });
  expect((await fetch(`${closed.url}/__control`, { method: 'POST', body: '{"faults":[]}' })).status).toBe(
    404,
  );
  expect((await fetch(`${closed.url}/__stats`)).status).toBe(404);
  await closed.stop();
});

test('stops at once, also while a call hangs', async () => {
  const other = await startDemoUpstream({ logger, faults: [{ fault: { kind: 'HANG' } }] });
  const hanging = fetch(`${other.url}/data/2.5/weather?lat=1&lon=1&appid=k`);
  await expect.poll(() => other.log.entries.length).toBe(1);
  await other.stop();
  await expect(hanging).rejects.toThrow();
});

test('says so when its port is taken', async () => {
  await expect(startDemoUpstream({ port: Number(new URL(demo.url).port), logger })).rejects.toThrow(
    'EADDRINUSE',
  );
});
