import { expect, test } from 'vitest';
import { timeText } from './time-axis.js';

const at = (text: string) => Date.parse(text) / 1_000;

test('hours are those of the city, with the day under the first of each', () => {
  const marks = [at('2026-11-24T03:00Z'), at('2026-11-24T04:00Z'), at('2026-11-24T05:00Z')];
  const texts = marks.map((mark, i) => timeText(mark, marks[i - 1], 3_600, 'America/New_York'));
  expect(texts).toEqual(['22:00\n23 Nov', '23:00', '00:00\n24 Nov']);
});

test('days and months stand for themselves', () => {
  expect(timeText(at('2026-11-24T05:00Z'), undefined, 86_400, 'America/New_York')).toBe('24 Nov');
  expect(timeText(at('2026-11-01T05:00Z'), undefined, 30 * 86_400, 'America/New_York')).toBe('Nov 2026');
});
