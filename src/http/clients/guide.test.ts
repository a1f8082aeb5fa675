import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../testing.js';
import { marks, printed, serverWithWeather, shown } from './testkit.js';

let server: TestServer;

beforeAll(async () => {
  server = await serverWithWeather();
});
afterAll(() => server.stop());

const node = (code: string): [string, string[]] => [process.execPath, ['--input-type=module', '-e', code]];

const EXAMPLES: Record<string, { command: (code: string) => [string, string[]]; prints: string }> = {
  curl: {
    command: (code) => ['sh', ['-c', code]],
    prints: '"data":{"city":{"name":"New York","timeZone":"America/New_York"}}',
  },
  python: {
    command: (code) => ['python3', ['-c', code]],
    prints: '2026-05-01T10:00:00Z 10\n2026-05-01T11:00:00Z 11.5\n2026-05-01T12:00:00Z 13',
  },
  // 13 °C is 55.4 °F.
  'graphql-request': { command: node, prints: 'New York 55.4\n400 BAD_USER_INPUT' },
  // Observations come city by city in the order of their ids, Chicago's first.
  apollo: {
    command: node,
    prints: [
      'Chicago, München, New York',
      '-4, , 10, 11.5, 13',
      'New York America/New_York',
      'City:2867714 City:4887398 City:5128581 ROOT_QUERY SourceInfo:{"source":"OPENWEATHERMAP"}',
    ].join('\n'),
  },
  urql: { command: node, prints: 'New York 8804190' },
};

test('every example of the guide has a test', () => {
  expect(marks('run').sort()).toEqual(Object.keys(EXAMPLES).sort());
});

test.each(Object.entries(EXAMPLES))('the guide reads with %s', async (name, { command, prints }) => {
  expect(await printed(...command(shown(`run: ${name}`, server)))).toContain(prints);
});
