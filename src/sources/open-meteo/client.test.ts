import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY } from '../../domain/time.js';
import { createLogger } from '../../logger.js';
import { startDemoUpstream, type DemoUpstream } from '../demo/server.js';
import type { WeatherArchive, WeatherSource } from '../source.js';
import { openMeteo } from './client.js';
import { parseHourly } from './parse.js';

const UPPSALA = { cityId: 2666199, latitude: 59.85882, longitude: 17.63889 };
const DAYS = { from: '2026-11-22', to: '2026-11-24' };
const logger = createLogger('silent');

let demo: DemoUpstream;
let source: WeatherSource & WeatherArchive;

beforeEach(async () => {
  demo = await startDemoUpstream({ now: () => new Date('2026-11-24T10:07:00Z'), logger });
  source = openMeteo({ url: demo.url, archiveUrl: demo.url, logger, deadline: 5000 });
});
afterEach(() => demo.stop());

test('asks for the hours of whole UTC days, in one call', async () => {
  const outcome = await source.archive(UPPSALA, DAYS);
  if (outcome.kind !== 'ANSWERED') throw new Error(outcome.kind);
  const { observations, rejections } = parseHourly(outcome.answer.body, { place: UPPSALA });
  expect(rejections).toEqual([]);
  expect(observations[0]?.observedAt).toEqual(new Date('2026-11-22T00:00:00Z'));
  // What has not happened yet is null, and no observation.
  expect(observations.at(-1)?.observedAt).toEqual(new Date('2026-11-24T10:00:00Z'));
  expect(observations).toHaveLength(24 + 24 + 11);
  expect(Object.keys(observations[0]?.values ?? {})).toHaveLength(13);
  expect(demo.calls).toEqual({ '/v1/archive': 1 });
});

test('asks for live weather as the hours just past and the current one, and none ahead', async () => {
  const outcome = await source.current(UPPSALA);
  if (outcome.kind !== 'ANSWERED') throw new Error(outcome.kind);
  const { observations } = parseHourly(outcome.answer.body, { place: UPPSALA });
  expect(observations.map(({ observedAt }) => observedAt.getUTCHours())).toEqual([4, 5, 6, 7, 8, 9, 10]);
  expect(demo.calls).toEqual({ '/v1/forecast': 1 });
});

test('always asks for GMT, Unix seconds and metres per second', async () => {
  const urls: string[] = [];
  const server = createServer((request, response) => {
    urls.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const there = openMeteo({ url, archiveUrl: `${url}/mirror`, logger });
  await there.archive(UPPSALA, DAYS);
  await there.current(UPPSALA);
  server.close();
  const [archive, live] = urls.map((text) => new URL(text, url));
  for (const call of [archive, live]) {
    const query = Object.fromEntries(call?.searchParams ?? []);
    expect(query).toMatchObject({ timezone: 'GMT', timeformat: 'unixtime', wind_speed_unit: 'ms' });
    expect(query).toMatchObject({ latitude: '59.85882', longitude: '17.63889' });
    expect(query.hourly?.split(',')).toHaveLength(14);
  }
  expect(archive?.pathname).toBe('/mirror/v1/archive');
  expect(Object.fromEntries(archive?.searchParams ?? [])).toMatchObject({
    start_date: DAYS.from,
    end_date: DAYS.to,
  });
  expect(Object.fromEntries(live?.searchParams ?? [])).toMatchObject({
    past_hours: '6',
    forecast_hours: '1',
  });
});

test('waits as long as a 429 names, which may be longer than a Retry-After could say', async () => {
  const body = JSON.stringify({
    error: true,
    reason: 'Daily API request limit exceeded. Please try again tomorrow.',
  });
  demo.setFaults([{ fault: { kind: 'STATUS', status: 429, retryAfter: '5', body } }]);
  const outcome = await source.archive(UPPSALA, DAYS);
  if (outcome.kind !== 'THROTTLED') throw new Error(outcome.kind);
  expect(outcome.detail).toBe(
    'Open-Meteo answered 429 for city 2666199: Daily API request limit exceeded. Please try again tomorrow.',
  );
  const resumed = outcome.answer.fetchedAt.getTime() + (outcome.retryAfter ?? 0);
  expect(resumed % DAY).toBe(5000);
});

test('falls back on Retry-After where a 429 names nothing', async () => {
  demo.setFaults([{ fault: { kind: 'STATUS', status: 429, retryAfter: '5' } }]);
  expect(await source.archive(UPPSALA, DAYS)).toMatchObject({ kind: 'THROTTLED', retryAfter: 5000 });
});

test('passes on why a call was refused', async () => {
  const outcome = await source.archive(UPPSALA, { from: '2026-11-24', to: '2026-11-22' });
  expect(outcome).toMatchObject({
    kind: 'REFUSED',
    detail: 'Open-Meteo answered 400 for city 2666199: end_date must not be before start_date',
  });
});

test('reads a reply of several megabytes', async () => {
  demo.setFaults([{ fault: { kind: 'OVERSIZED', megabytes: 3, gzip: false } }]);
  expect((await source.archive(UPPSALA, DAYS)).kind).toBe('ANSWERED');
  expect((await source.current(UPPSALA)).kind).toBe('UNAVAILABLE');
});
