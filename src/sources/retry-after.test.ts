import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../domain/time.js';
import { retryAfter } from './retry-after.js';

const NOW = new Date('2026-11-24T10:00:00Z');

test.each<[string, number]>([
  ['30', 30 * SECOND],
  [' 7 ', 7 * SECOND],
  ['1.5', 1.5 * SECOND],
  ['Tue, 24 Nov 2026 10:02:00 GMT', 2 * MINUTE],
  ['Tuesday, 24-Nov-26 10:02:00 GMT', 2 * MINUTE],
])('reads "%s"', (header, pause) => {
  expect(retryAfter(header, NOW)).toBe(pause);
});

test.each<[string, number]>([
  ['0', SECOND],
  ['-5', SECOND],
  ['Tue, 24 Nov 2026 09:00:00 GMT', SECOND],
  ['901', 15 * MINUTE],
  ['99999999999999999999', 15 * MINUTE],
  ['9'.repeat(400), 15 * MINUTE],
  ['Fri, 24 Nov 2096 10:00:00 GMT', 15 * MINUTE],
])('clamps "%s" to 1 second to 15 minutes', (header, pause) => {
  expect(retryAfter(header, NOW)).toBe(pause);
});

test.each([undefined, '', ' ', 'NaN', 'Infinity', '1e3', 'soon', 'Tue, nonsense', '2026-11-24'])(
  'makes nothing of "%s"',
  (header) => {
    expect(retryAfter(header, NOW)).toBeNull();
  },
);
