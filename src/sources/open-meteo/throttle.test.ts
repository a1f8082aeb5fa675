import { expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../domain/time.js';
import { pauseNamed } from './throttle.js';

const NOW = new Date('2026-11-24T10:40:00Z');

test.each<[string, number]>([
  ['Minutely API request limit exceeded. Please try again in one minute.', MINUTE],
  ['Hourly API request limit exceeded. Please try again in the next hour.', 20 * MINUTE + 5 * SECOND],
  ['Daily API request limit exceeded. Please try again tomorrow.', 13 * HOUR + 20 * MINUTE + 5 * SECOND],
  ['Too many concurrent requests', 2 * SECOND],
])('waits as "%s" asks', (reason, pause) => {
  expect(pauseNamed(reason, NOW)).toBe(pause);
});

test('knows no pause for other reasons', () => {
  expect(pauseNamed('Slow down', NOW)).toBeNull();
});
