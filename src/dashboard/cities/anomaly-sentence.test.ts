import { expect, test } from 'vitest';
import { anomalySentence } from './anomaly-sentence.js';

const day = (date: string, anomaly: number | null) => ({ date, anomaly, years: 12 });

test('the newest day that can be compared is told', () => {
  const days = [day('2026-11-21', 3), day('2026-11-22', -2.14), day('2026-11-23', null)];
  expect(anomalySentence({ deviationUnit: 'K', days })).toBe(
    'Sun 22 Nov was 2.1 K colder than the days around it in 12 other years.',
  );
});

test('without a normal, what it takes is said', () => {
  expect(anomalySentence({ deviationUnit: 'K', days: [day('2026-11-23', null)] })).toContain(
    'ten years of history',
  );
  expect(anomalySentence(undefined)).toContain('ten years of history');
});
