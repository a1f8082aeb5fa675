import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePayload, parserVersion, type LandedPayload } from './parse.js';

const read = (path: string): Buffer => readFileSync(new URL(`${path}/response.json`, import.meta.url));
const CURRENT = read('openweathermap/testcases/plain');
const HOURLY = read('open-meteo/testcases/hours');

const payload: LandedPayload = {
  source: 'OPENWEATHERMAP',
  kind: 'CURRENT',
  httpStatus: 200,
  body: CURRENT,
  units: 'METRIC',
  place: { cityId: 2666199, latitude: 59.85882, longitude: 17.63889 },
};

test.each([
  ['OPENWEATHERMAP', 'CURRENT', CURRENT, 1],
  ['DEMO', 'CURRENT', CURRENT, 1],
  ['OPEN_METEO', 'CURRENT', HOURLY, 3],
  ['OPEN_METEO', 'ARCHIVE', HOURLY, 3],
  ['DEMO', 'ARCHIVE', HOURLY, 3],
] as const)('reads %s %s by the parser of its format', (source, kind, body, observations) => {
  const parsed = parsePayload({ ...payload, source, kind, body });
  expect(parsed.observations).toHaveLength(observations);
  expect(parsed.rejections).toEqual([]);
  expect(parserVersion(source, kind)).toBeGreaterThan(0);
});

test('turns an error of upstream into one rejection with its message', () => {
  const body = Buffer.from('{"cod":"404","message":"city not found"}');
  expect(parsePayload({ ...payload, httpStatus: 404, body })).toEqual({
    observations: [],
    rejections: [{ reason: 'HTTP', value: '404', detail: 'Upstream answered HTTP 404: city not found' }],
  });
});

test.each([
  [503, '<html>Service Unavailable</html>'],
  [204, ''],
  [302, 'Found'],
])('turns HTTP %i without a message into a rejection too', (httpStatus, body) => {
  const { observations, rejections } = parsePayload({ ...payload, httpStatus, body: Buffer.from(body) });
  expect(observations).toEqual([]);
  expect(rejections).toMatchObject([{ reason: 'HTTP', value: String(httpStatus) }]);
});

test('does not read an error reply as weather, though it may look like it', () => {
  expect(parsePayload({ ...payload, httpStatus: 500 }).observations).toEqual([]);
});

test('cuts a long message and takes control characters out', () => {
  const message = `line\nbreak \u0000 ${'x'.repeat(1000)}`;
  const body = Buffer.from(JSON.stringify({ message }));
  const [rejection] = parsePayload({ ...payload, httpStatus: 400, body }).rejections;
  expect(rejection?.detail).toMatch(/^Upstream answered HTTP 400: line break x+…$/);
  expect(rejection?.detail.length).toBeLessThan(240);
});
