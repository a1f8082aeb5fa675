import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_KEY, dataOf, errorOf, TEST_CONFIG, testApi, type TestApi } from './testing/api.js';
import { addObservation, addPlaces, idOf, insert, PLACES } from './testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi({
    config: { ...TEST_CONFIG, demo: true },
    nextRuns: () => [{ job: 'FETCH', at: new Date('2026-05-20T12:15:00Z') }],
    quotas: () => [
      {
        source: 'OPENWEATHERMAP',
        period: '2026-05',
        limit: 10_000_000_000,
        resetsAt: new Date('2026-06-01T00:00:00Z'),
      },
    ],
  });
});
afterAll(() => api.stop());

const EVERYTHING = `{
  warehouse {
    cities trackedCities observations firstObservedAt lastObservedAt demo
    quotas { source period used limit resetsAt } nextRuns { job at }
    checks { name severity status failing checkedAt }
  }
}`;

test('an empty warehouse says so', async () => {
  expect(dataOf(await api.ask(EVERYTHING))).toEqual({
    warehouse: {
      cities: 0,
      trackedCities: 0,
      observations: 0,
      firstObservedAt: null,
      lastObservedAt: null,
      demo: true,
      quotas: [
        {
          source: 'OPENWEATHERMAP',
          period: '2026-05',
          used: 0,
          limit: 2_147_483_647,
          resetsAt: '2026-06-01T00:00:00Z',
        },
      ],
      nextRuns: [{ job: 'FETCH', at: '2026-05-20T12:15:00Z' }],
      checks: [],
    },
  });
});

test('a warehouse with data says what it holds', async () => {
  await addPlaces(api, 'newYork', 'munich');
  await addObservation(api, 'newYork', '2026-05-18T00:00:00Z');
  await addObservation(api, 'newYork', '2026-05-19T00:00:00Z');
  await addObservation(api, 'munich', '2026-05-18T12:00:00Z');
  await follow('newYork');
  await insert(api, 'quota_usage', { source: 'OPENWEATHERMAP', period: '2026-05', calls: 41.2 });
  const check = { run_id: 1, check: 'gaps', severity: 'WARNING', failing: 3 };
  await insert(api, 'data_check_results', { ...check, status: 'PASSED', checked_at: '2026-05-18T00:00:00Z' });
  await insert(api, 'data_check_results', { ...check, status: 'FAILED', checked_at: '2026-05-19T00:00:00Z' });
  expect(dataOf(await api.ask(EVERYTHING))).toMatchObject({
    warehouse: {
      cities: 2,
      trackedCities: 1,
      observations: 3,
      firstObservedAt: '2026-05-18T00:00:00Z',
      lastObservedAt: '2026-05-19T00:00:00Z',
      quotas: [{ used: 42 }],
      checks: [
        {
          name: 'gaps',
          severity: 'WARNING',
          status: 'FAILED',
          failing: 3,
          checkedAt: '2026-05-19T00:00:00Z',
        },
      ],
    },
  });
});

const follow = (place: keyof typeof PLACES) =>
  insert(api, 'tracked_cities', {
    city_id: PLACES[place][0],
    source: 'OPENWEATHERMAP',
    interval_minutes: 15,
  });

test('names the unit of everything measured', async () => {
  const answer = await api.ask(
    `{ parameters(units: IMPERIAL) { parameter field unit standardName min max } }`,
  );
  const { parameters } = dataOf(answer) as { parameters: Record<string, unknown>[] };
  expect(parameters).toHaveLength(14);
  expect(parameters[0]).toEqual({
    parameter: 'AIR_TEMPERATURE',
    field: 'airTemperature',
    unit: '°F',
    standardName: 'air_temperature',
    min: -139,
    max: 149,
  });
});

test('lists runs, newest first, by job, state and time', async () => {
  const run = { trigger: 'SCHEDULE', requested_at: '2026-05-19T10:00:00Z' };
  await insert(api, 'runs', {
    ...run,
    id: 101,
    job: 'FETCH',
    status: 'SUCCEEDED',
    calls: 12,
    progress_done: 12,
    progress_total: 12,
    started_at: '2026-05-19T10:00:01.9Z',
    finished_at: '2026-05-19T10:00:30Z',
  });
  await insert(api, 'runs', { ...run, id: 102, job: 'LOAD', status: 'FAILED', error: 'The disk is full.' });
  await insert(api, 'runs', {
    ...run,
    id: 103,
    job: 'FETCH',
    status: 'PARTIAL',
    requested_at: '2026-05-19T11:00:00Z',
  });
  const ids = async (args: string) => {
    const { runs } = dataOf(await api.ask(`{ runs${args} { nodes { id } } }`)) as {
      runs: { nodes: { id: string }[] };
    };
    return runs.nodes.map(({ id }) => id);
  };
  expect(await ids('')).toEqual(['103', '102', '101']);
  expect(await ids('(filter: { job: FETCH })')).toEqual(['103', '101']);
  expect(await ids('(filter: { status: FAILED })')).toEqual(['102']);
  expect(await ids('(filter: { since: "2026-05-19T10:30:00Z" })')).toEqual(['103']);
  expect(await ids('(last: 2)')).toEqual(['102', '101']);
  const answer = await api.ask(
    `{ runs(first: 1) { pageInfo { endCursor hasNextPage } } run(id: "101") { job progress { done total } counts { calls rejects } startedAt finishedAt error } none: run(id: "99") { id } }`,
  );
  const { runs, ...one } = dataOf(answer) as {
    runs: { pageInfo: { endCursor: string; hasNextPage: boolean } };
  };
  expect(one).toEqual({
    run: {
      job: 'FETCH',
      progress: { done: 12, total: 12 },
      counts: { calls: 12, rejects: 0 },
      startedAt: '2026-05-19T10:00:01Z',
      finishedAt: '2026-05-19T10:00:30Z',
      error: null,
    },
    none: null,
  });
  expect(runs.pageInfo.hasNextPage).toBe(true);
  expect(await ids(`(after: "${runs.pageInfo.endCursor}")`)).toEqual(['102', '101']);
});

test.each([
  ['{ run(id: "x") { id } }', 'id'],
  ['{ run(id: "9223372036854775808") { id } }', 'id'],
  ['{ runs(after: "WyJjaXR5Il0") { nodes { id } } }', 'after'],
  ['{ runs(filter: { since: "yesterday" }) { nodes { id } } }', 'filter.since'],
  ['{ cities(filter: { ids: ["1", "0"] }) { nodes { id } } }', 'filter.ids.1'],
  ['{ cities(filter: { countryCode: "usa" }) { nodes { id } } }', 'filter.countryCode'],
  ['{ cities(filter: { search: "x" }) { nodes { id } } }', 'filter.search'],
  ['{ cities(filter: { search: "nul\\u0000" }) { nodes { id } } }', 'filter.search'],
  ['{ cities(filter: { minPopulation: -1 }) { nodes { id } } }', 'filter.minPopulation'],
  ['{ cities(filter: { near: { latitude: 91, longitude: 0 } }) { nodes { id } } }', 'filter.near.latitude'],
  [
    '{ cities(filter: { near: { latitude: 1, longitude: 0, radiusKm: 0 } }) { nodes { id } } }',
    'filter.near.radiusKm',
  ],
  [
    '{ cities(filter: { near: { latitude: 1, longitude: 1e999 } }) { nodes { id } } }',
    'filter.near.longitude',
  ],
  [
    '{ cities(filter: { within: { north: 1, south: 2, east: 0, west: 0 } }) { nodes { id } } }',
    'filter.within.south',
  ],
  ['{ cities(orderBy: { field: DISTANCE }) { nodes { id } } }', 'orderBy.field'],
  ['{ cities(orderBy: { field: RELEVANCE }) { nodes { id } } }', 'orderBy.field'],
])('refuses the arguments of %s', async (query, argument) => {
  const before = api.statements.length;
  const answer = await api.ask(query);
  const error = answer.errors?.[0];
  if (error?.extensions.code !== 'GRAPHQL_VALIDATION_FAILED') {
    expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  }
  expect(api.statements).toHaveLength(before);
});

const refresh = (input: string) =>
  api.askAs(
    `Bearer ${ADMIN_KEY}`,
    `mutation { refreshWeather(input: ${input}) { run { id job trigger status } userErrors { code message field } } }`,
  );

test('asks for a refresh, and while it is active for no second one', async () => {
  const first = dataOf(await refresh(`{ cityIds: ["${idOf('newYork')}"] }`)) as {
    refreshWeather: { run: { id: string } };
  };
  expect(first.refreshWeather).toMatchObject({
    run: { job: 'REFRESH', trigger: 'ADMIN', status: 'REQUESTED' },
    userErrors: [],
  });
  expect(dataOf(await refresh('{}'))).toEqual(first);
  const { rows } = await api.pool.query('SELECT requested_by, parameters FROM runs WHERE id = $1', [
    first.refreshWeather.run.id,
  ]);
  expect(rows).toEqual([
    {
      requested_by: 'ADMIN_KEY',
      parameters: { cityIds: [PLACES.newYork[0]] },
    },
  ]);
});

test('cities that cannot be refreshed are named, and nothing is asked for', async () => {
  const answer = dataOf(await refresh(`{ cityIds: ["${idOf('newYork')}", "${idOf('munich')}", "42"] }`));
  expect(answer).toEqual({
    refreshWeather: {
      run: null,
      userErrors: [
        {
          code: 'NOT_TRACKED',
          message: 'City 2867714 is not followed: follow it first.',
          field: ['input', 'cityIds', '1'],
        },
        {
          code: 'NOT_FOUND',
          message: 'The catalogue has no city with the id 42.',
          field: ['input', 'cityIds', '2'],
        },
      ],
    },
  });
});

test('ids of a refresh are checked like all others', async () => {
  expect(errorOf(await refresh('{ cityIds: [] }'))).toMatchObject({
    code: 'BAD_USER_INPUT',
    argument: 'input.cityIds',
  });
  expect(errorOf(await refresh('{ cityIds: ["x"] }'))).toMatchObject({
    code: 'BAD_USER_INPUT',
    argument: 'input.cityIds.0',
  });
});
