import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../testing.js';
import { marks, printed, serverWithWeather, shown } from './testkit.js';

let server: TestServer;

/** Methods of the requests that came in, in their order. */
const asked: string[] = [];
const note = (message: unknown) => asked.push((message as { request: IncomingMessage }).request.method ?? '');

beforeAll(async () => {
  server = await serverWithWeather();
  subscribe('http.server.request.start', note);
});
afterAll(async () => {
  unsubscribe('http.server.request.start', note);
  await server.stop();
});

const node = (code: string): [string, string[]] => [process.execPath, ['--input-type=module', '-e', code]];

const EXAMPLES: Record<
  string,
  { command: (code: string) => [string, string[]]; prints: string; asks: string }
> = {
  curl: {
    command: (code) => ['sh', ['-c', code]],
    prints: '"data":{"city":{"name":"New York","timeZone":"America/New_York"}}',
    asks: 'POST',
  },
  python: {
    command: (code) => ['python3', ['-c', code]],
    prints: '2026-05-01T10:00:00Z 10\n2026-05-01T11:00:00Z 11.5\n2026-05-01T12:00:00Z 13',
    asks: 'POST POST',
  },
  // 13 °C is 55.4 °F.
  'graphql-request': { command: node, prints: 'New York 55.4\n400 BAD_USER_INPUT', asks: 'POST POST' },
  // Observations come city by city in the order of their ids, Chicago's first. Two pages of cities, three of
  // observations; what the cache has is not asked for again.
  apollo: {
    command: node,
    prints: [
      'Chicago, München, New York',
      '-4, , 10, 11.5, 13',
      'New York America/New_York',
      'City:2867714 City:4887398 City:5128581 ROOT_QUERY SourceInfo:{"source":"OPENWEATHERMAP"}',
    ].join('\n'),
    asks: 'POST POST POST POST POST',
  },
  urql: { command: node, prints: 'New York 8804190', asks: 'GET' },
};

test('every example of the guide has a test', () => {
  expect(marks('run').sort()).toEqual(Object.keys(EXAMPLES).sort());
});

test.each(Object.entries(EXAMPLES))('the guide reads with %s', async (name, { command, prints, asks }) => {
  asked.length = 0;
  expect(await printed(...command(shown(`run: ${name}`, server)))).toContain(prints);
  expect(asked.join(' ')).toBe(asks);
});
