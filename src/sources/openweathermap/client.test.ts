import { inspect } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MINUTE, SECOND } from '../../domain/time.js';
import { createLogger } from '../../logger.js';
import type { Fault } from '../demo/faults.js';
import { startDemoUpstream, type DemoUpstream } from '../demo/server.js';
import type { CallOutcome } from '../source.js';
import { openWeatherMap } from './client.js';
import { parseCurrent } from './parse.js';

const KEY = 'canary0123456789abcdef0123456789';
const UPPSALA = { cityId: 2666199, latitude: 59.85882, longitude: 17.63889 };

let demo: DemoUpstream;
let lines: string[];

beforeEach(async () => {
  demo = await startDemoUpstream({
    now: () => new Date('2026-11-24T10:07:00Z'),
    logger: createLogger('silent'),
  });
  lines = [];
});
afterEach(() => demo.stop());

function ask(fault?: Fault, apiKey = KEY): Promise<CallOutcome> {
  demo.setFaults(fault ? [{ fault }] : []);
  const logger = createLogger('trace', { write: (line: string) => void lines.push(line) });
  return openWeatherMap({ baseUrl: demo.url, apiKey, logger, deadline: 500 }).current(UPPSALA);
}

test('asks by coordinates, in metric units, and lands what comes', async () => {
  const outcome = await ask();
  if (outcome.kind !== 'ANSWERED') throw new Error(outcome.kind);
  expect(demo.log.entries).toMatchObject([
    { path: '/data/2.5/weather', latitude: 59.85882, longitude: 17.63889 },
  ]);
  const parsed = parseCurrent(outcome.answer.body, { place: UPPSALA, units: 'METRIC' });
  expect(parsed.rejections).toEqual([]);
  // The model's step, not the moment of the call.
  expect(parsed.observations[0]?.observedAt).toEqual(new Date('2026-11-24T10:00:00Z'));
});

test.each<[string, Fault, CallOutcome['kind'], RegExp]>([
  ['400', { kind: 'STATUS', status: 400 }, 'REFUSED', /answered 400 for city 2666199: simulated error 400$/],
  ['404', { kind: 'STATUS', status: 404 }, 'REFUSED', /answered 404 for city 2666199: simulated error 404$/],
  [
    '404 of a web server',
    { kind: 'STATUS', status: 404, body: '<html>' },
    'REFUSED',
    /check OPENWEATHERMAP_URL$/,
  ],
  [
    '401',
    { kind: 'STATUS', status: 401 },
    'UNAUTHORISED',
    /^OpenWeatherMap answered 401 for city 2666199: check OPENWEATHERMAP_API_KEY \(a new key takes up to 2 hours to work\)$/,
  ],
  ['403', { kind: 'STATUS', status: 403 }, 'UNAUTHORISED', /answered 403 .* check OPENWEATHERMAP_API_KEY/],
  [
    '500',
    { kind: 'STATUS', status: 500 },
    'UNAVAILABLE',
    /answered 500 for city 2666199: simulated error 500$/,
  ],
  [
    '502 as a page',
    { kind: 'STATUS', status: 502, body: '<html>' },
    'UNAVAILABLE',
    /answered 502 .* out of order$/,
  ],
  [
    'a redirect',
    { kind: 'STATUS', status: 302, location: 'http://127.0.0.1:1/' },
    'UNAVAILABLE',
    /answered 302 .* a redirect, which is not followed; check OPENWEATHERMAP_URL$/,
  ],
  ['204', { kind: 'STATUS', status: 204 }, 'UNAVAILABLE', /answered 204/],
  [
    'silence',
    { kind: 'HANG' },
    'UNAVAILABLE',
    /^OpenWeatherMap did not answer for city 2666199: no complete answer within 0.5 s$/,
  ],
  ['a cut connection', { kind: 'RESET' }, 'UNAVAILABLE', /did not answer .* connection cut/],
  ['a bomb', { kind: 'OVERSIZED', megabytes: 50, gzip: true }, 'UNAVAILABLE', /answer too large/],
])('sorts %s', async (_, fault, kind, sentence) => {
  const outcome = await ask(fault);
  expect(outcome.kind).toBe(kind);
  expect(outcome).toHaveProperty('detail', expect.stringMatching(sentence));
  expect(`${inspect(outcome, { depth: 10 })}${lines.join('')}`).not.toContain('canary');
});

test.each<[string, Fault]>([
  ['a web page', { kind: 'BODY', body: '<html>', contentType: 'text/html' }],
  ['half a document', { kind: 'TRUNCATED' }],
  ['no number', { kind: 'NAN' }],
  ['nothing', { kind: 'BODY', body: '' }],
  ['another place', { kind: 'OTHER_PLACE' }],
])('leaves it to the parser to refuse %s of status 200', async (_, fault) => {
  const outcome = await ask(fault);
  if (outcome.kind !== 'ANSWERED') throw new Error(outcome.kind);
  const parsed = parseCurrent(outcome.answer.body, { place: UPPSALA, units: 'METRIC' });
  expect(parsed.observations).toEqual([]);
  expect(parsed.rejections).not.toEqual([]);
});

test.each<[string | undefined, number | null]>([
  ['30', 30 * SECOND],
  ['-3', SECOND],
  ['100000', 15 * MINUTE],
  ['soon', null],
  [undefined, null],
])('with 429 passes on a Retry-After of %s', async (retryAfter, pause) => {
  const outcome = await ask({
    kind: 'STATUS',
    status: 429,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
  expect(outcome).toMatchObject({ kind: 'THROTTLED', retryAfter: pause });
});

test('is refused without a key', async () => {
  expect((await ask(undefined, '')).kind).toBe('UNAUTHORISED');
});

test('says that it is the simulator when it is', async () => {
  demo.setFaults([{ fault: { kind: 'STATUS', status: 503 } }]);
  const source = openWeatherMap({
    baseUrl: demo.url,
    apiKey: KEY,
    name: 'DEMO',
    logger: createLogger('silent'),
  });
  expect(source.name).toBe('DEMO');
  expect(await source.current(UPPSALA)).toHaveProperty(
    'detail',
    expect.stringMatching(/^Built-in simulator answered 503/),
  );
});
