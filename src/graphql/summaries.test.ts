import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from './testing/api.js';
import { addObservation, addPlaces, idOf, insert, PLACES } from './testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'munich');
  await addObservation(api, 'newYork', '2026-05-20T01:30:00Z');
  await insert(api, 'hourly_summaries', {
    city_id: PLACES.newYork[0],
    hour: '2026-05-20T01:00:00Z',
    summarised_at: '2026-05-20T02:00:00Z',
    source: 'OPENWEATHERMAP',
    kind: 'CURRENT',
    sample_count: 4,
    air_temperature_min_c: 10,
    air_temperature_mean_c: 10.123456,
    air_temperature_max_c: 11,
    wind_eastward_mean_ms: 3,
    wind_northward_mean_ms: 0,
    precipitation_mm: 0,
    precipitation_implied_zero: true,
  });
  await addDay('2026-05-18', {
    observed_hours: 18,
    air_temperature_mean_c: 10.3,
    sources: '{OPENWEATHERMAP,DEMO}',
  });
  await addDay('2026-05-19', { observed_hours: 17, air_temperature_mean_c: 20.3 });
  // Not over: its last hour is still to come, whenever this test runs.
  await addDay('2199-12-30', { observed_hours: 24, ends_at: '2199-12-31T05:00:00Z' });
  for (const [hour, window] of [
    [0, 5],
    [1, 5],
    [1, 24],
  ] as const) {
    await insert(api, 'moving_averages', {
      city_id: PLACES.newYork[0],
      hour: `2026-05-20T0${hour}:00:00Z`,
      window_hours: window,
      observed_hours: window === 24 ? 12 : 5 - hour,
      air_temperature_c: 10 + hour,
    });
  }
});
afterAll(() => api.stop());

const addDay = (date: string, values: Record<string, unknown>) =>
  insert(api, 'daily_summaries', {
    city_id: PLACES.newYork[0],
    local_date: date,
    ends_at: `${date}T04:00:00Z`,
    summarised_at: '2026-05-20T05:00:00Z',
    sample_count: 70,
    expected_hours: 24,
    sources: '{OPENWEATHERMAP}',
    ...values,
  });

const ask = async (field: string) => {
  const answer = await api.ask(`{ city(id: "${idOf('newYork')}") { ${field} } }`);
  return (dataOf(answer) as { city: Record<string, unknown> }).city;
};

test('an hour says where its values come from and how they came about', async () => {
  const field = `hourlySummaries {
    nodes {
      hour sampleCount source { source } airTemperature { min mean max } windFromDirection
      precipitation { total kind } quality { kind fillMethod gapHours }
    }
  }`;
  expect(await ask(field)).toEqual({
    hourlySummaries: {
      nodes: [
        {
          hour: '2026-05-20T01:00:00Z',
          sampleCount: 4,
          source: { source: 'OPENWEATHERMAP' },
          airTemperature: { min: 10, mean: 10.123, max: 11 },
          windFromDirection: 270,
          precipitation: { total: 0, kind: 'IMPLIED_ZERO' },
          quality: { kind: 'IMPLIED_ZERO', fillMethod: 'NONE', gapHours: 0 },
        },
      ],
    },
  });
});

test('a day is complete from three quarters of its hours on', async () => {
  const field = `dailySummaries {
    nodes {
      date coverage { observedHours expectedHours ratio complete } sources { source }
      heatingDegreeDays coolingDegreeDays summarisedAt
    }
  }`;
  expect(await ask(field)).toEqual({
    dailySummaries: {
      nodes: [
        {
          date: '2026-05-18',
          coverage: { observedHours: 18, expectedHours: 24, ratio: 0.75, complete: true },
          sources: [{ source: 'OPENWEATHERMAP' }, { source: 'DEMO' }],
          heatingDegreeDays: 8,
          coolingDegreeDays: 0,
          summarisedAt: '2026-05-20T05:00:00Z',
        },
        {
          date: '2026-05-19',
          coverage: { observedHours: 17, expectedHours: 24, ratio: 0.7083, complete: false },
          sources: [{ source: 'OPENWEATHERMAP' }],
          heatingDegreeDays: 0,
          coolingDegreeDays: 2,
          summarisedAt: '2026-05-20T05:00:00Z',
        },
      ],
    },
  });
});

test('a day that is not over is not complete; without a mean there are no degree days', async () => {
  const range = 'range: { from: "2199-12-30", to: "2199-12-30" }';
  expect(
    await ask(`dailySummaries(${range}) { nodes { coverage { ratio complete } heatingDegreeDays } }`),
  ).toEqual({
    dailySummaries: { nodes: [{ coverage: { ratio: 1, complete: false }, heatingDegreeDays: null }] },
  });
});

test('degree days follow the units', async () => {
  expect(await ask('dailySummaries(units: IMPERIAL, first: 1) { nodes { heatingDegreeDays } }')).toEqual({
    dailySummaries: { nodes: [{ heatingDegreeDays: 14.4 }] },
  });
});

const dates = async (args: string) => {
  const { dailySummaries } = (await ask(`dailySummaries(${args}) { nodes { date } }`)) as {
    dailySummaries: { nodes: { date: string }[] };
  };
  return dailySummaries.nodes.map(({ date }) => date);
};

test.each([
  ['range: { from: "2026-05-18", to: "2026-05-18" }', ['2026-05-18']],
  ['range: { from: "2026-05-18", to: "2026-05-19" }, direction: DESC', ['2026-05-19', '2026-05-18']],
  // Today is 20 May in New York.
  ['past: "P1D"', []],
  ['past: "P2D"', ['2026-05-19']],
  ['past: "P1W"', ['2026-05-18', '2026-05-19']],
  ['past: "P1W", minCoverage: 0.75', ['2026-05-18']],
])('answers the days of %s', async (args, expected) => {
  expect(await dates(args)).toEqual(expected);
});

test('days are paged by their dates', async () => {
  const { dailySummaries } = (await ask(
    'dailySummaries(first: 1) { edges { cursor } pageInfo { hasNextPage } }',
  )) as {
    dailySummaries: { edges: { cursor: string }[]; pageInfo: unknown };
  };
  expect(dailySummaries.pageInfo).toEqual({ hasNextPage: true });
  expect(await dates(`after: "${dailySummaries.edges[0]?.cursor ?? ''}"`)).toEqual(['2026-05-19']);
});

test.each([
  ['dailySummaries(past: "PT36H") { nodes { date } }', 'past', 'in whole days'],
  ['dailySummaries(minCoverage: 1.5) { nodes { date } }', 'minCoverage', 'from 0 to 1'],
  [
    'dailySummaries(range: { from: "2026-02-30", to: "2026-03-01" }) { nodes { date } }',
    'range.from',
    'a day of the',
  ],
  [
    'dailySummaries(range: { from: "2026-03-02", to: "2026-03-01" }) { nodes { date } }',
    'range.to',
    '2026-03-02 or',
  ],
  [
    'dailySummaries(range: { from: "9999-01-01", to: "9999-03-01" }) { nodes { date } }',
    'range.from',
    'of the years',
  ],
])('refuses %s', async (field, argument, limit) => {
  const error = errorOf(await api.ask(`{ city(id: "1") { ${field} } }`));
  expect(error).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  expect(error.limit).toContain(limit);
});

test('moving averages are those of the window asked for, with their coverage', async () => {
  const nodes = '{ nodes { hour windowHours airTemperature windSpeed observedHours filledHours coverage } }';
  const five = { windowHours: 5, windSpeed: null, filledHours: 0 };
  expect(await ask(`movingAverages ${nodes}`)).toEqual({
    movingAverages: {
      nodes: [
        { ...five, hour: '2026-05-20T00:00:00Z', airTemperature: 10, observedHours: 5, coverage: 1 },
        { ...five, hour: '2026-05-20T01:00:00Z', airTemperature: 11, observedHours: 4, coverage: 0.8 },
      ],
    },
  });
  expect(await ask('movingAverages(windowHours: 24) { nodes { coverage } }')).toEqual({
    movingAverages: { nodes: [{ coverage: 0.5 }] },
  });
  expect(await ask('movingAverages(minCoverage: 0.9) { nodes { observedHours } }')).toEqual({
    movingAverages: { nodes: [{ observedHours: 5 }] },
  });
});

test('a city without anything has empty lists', async () => {
  const answer = await api.ask(`{
    city(id: "${idOf('munich')}") {
      latestObservation { observedAt }
      hourlySummaries { nodes { hour } pageInfo { hasNextPage hasPreviousPage startCursor } }
      dailySummaries(past: "P7D") { edges { cursor } }
      movingAverages { nodes { hour } }
    }
  }`);
  expect(dataOf(answer)).toEqual({
    city: {
      latestObservation: null,
      hourlySummaries: {
        nodes: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null },
      },
      dailySummaries: { edges: [] },
      movingAverages: { nodes: [] },
    },
  });
});
