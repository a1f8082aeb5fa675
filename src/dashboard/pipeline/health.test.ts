import { expect, test } from 'vitest';
import { freshnessOf, worriesOf, type FollowedCity, type Run } from './health.js';

const NOW = Date.parse('2026-05-01T12:00:00Z');
const minutesAgo = (n: number) => new Date(NOW - n * 60_000).toISOString();

function city(lastFetchedAt: string | null, paused = false): FollowedCity {
  const tracking = {
    source: 'DEMO' as const,
    intervalMinutes: 15,
    nextDueAt: null,
    lastFetchedAt,
    lastObservedAt: null,
  };
  return {
    id: '1',
    name: 'Town',
    countryCode: 'US',
    admin1Code: null,
    tracking: { ...tracking, paused, failures: 0 },
  };
}

function run(id: string, job: Run['job'], status: Run['status'], error: string | null = null): Run {
  const counts = {
    calls: 0,
    observationsInserted: 0,
    observationsUpdated: 0,
    rejects: 0,
    hoursSummarised: 0,
  };
  const times = { requestedAt: minutesAgo(9), startedAt: minutesAgo(9), finishedAt: minutesAgo(8) };
  return { id, job, status, trigger: 'SCHEDULE', ...times, progress: { done: 0, total: 0 }, counts, error };
}

function pipeline(runs: Run[], checks: { name: string; status: string; failing: number }[] = [], used = 10) {
  return {
    runs: { nodes: runs },
    warehouse: {
      ...{
        trackedCities: 1,
        observations: 1,
        firstObservedAt: null,
        lastObservedAt: null,
        demo: false,
        nextRuns: [],
      },
      quotas: [
        { source: 'OPENWEATHERMAP' as const, period: '2026-05', used, limit: 100, resetsAt: minutesAgo(-60) },
      ],
      checks: checks.map((check) => ({ ...check, severity: 'ERROR', checkedAt: minutesAgo(5) })),
    },
  };
}

test('a city is late after two intervals, silent before its first answer, and paused when somebody wanted it so', () => {
  const states = [city(minutesAgo(10)), city(minutesAgo(46)), city(null), city(minutesAgo(999), true)];
  expect(states.map((one) => freshnessOf(one, NOW))).toEqual(['FRESH', 'LATE', 'SILENT', 'PAUSED']);
});

test('nothing worries while all is well', () => {
  expect(worriesOf(pipeline([run('1', 'FETCH', 'SUCCEEDED')]), [city(minutesAgo(3))], NOW)).toEqual([]);
});

test('each thing that is not well is named once', () => {
  const runs = [
    run('3', 'FETCH', 'FAILED', 'The source answered 401'),
    run('2', 'FETCH', 'FAILED'),
    run('1', 'LOAD', 'PARTIAL'),
  ];
  const checks = [{ name: 'day-is-thin', status: 'FAILED', failing: 2 }];
  expect(worriesOf(pipeline(runs, checks, 95), [city(minutesAgo(60))], NOW)).toEqual([
    'The last FETCH failed: The source answered 401',
    'The last LOAD was done in part',
    '1 city is late',
    'Data check day-is-thin fails for 2 rows',
    'The quota of OPENWEATHERMAP for 2026-05 is nearly used up',
  ]);
});

test('a failure is over once the job succeeded again, and one that runs is judged by the run before', () => {
  const over = [run('2', 'FETCH', 'SUCCEEDED'), run('1', 'FETCH', 'FAILED')];
  const again = [run('2', 'FETCH', 'RUNNING'), run('1', 'FETCH', 'FAILED')];
  expect(worriesOf(pipeline(over), [], NOW)).toEqual([]);
  expect(worriesOf(pipeline(again), [], NOW)).toEqual(['The last FETCH failed']);
});
