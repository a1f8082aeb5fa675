import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, errorOf, testApi, type TestApi } from './testing/api.js';
import { addObservation, addPlaces, idOf, insert, PLACES, type PlaceName } from './testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago');
  const run = { job: 'FETCH', trigger: 'SCHEDULE', status: 'SUCCEEDED' };
  await insert(api, 'runs', { ...run, id: 1 });
  await insert(api, 'runs', { ...run, id: 2, job: 'LOAD' });
  for (const place of ['newYork', 'chicago'] as const) await addDayOf(place);
  for (const [id, reason, resolved] of [
    [11, 'OUT_OF_RANGE', null],
    [12, 'SCHEMA', '2026-05-20T09:00:00Z'],
    [13, 'FUTURE', null],
  ] as const) {
    await insert(api, 'rejects', {
      id,
      city_id: PLACES.chicago[0],
      payload_id: 5,
      run_id: 2,
      reason,
      path: 'main.temp',
      value: '273.15',
      detail: 'Air temperature cannot be 273.15 °C.',
      at: '2026-05-20T08:00:00Z',
      resolved_at: resolved,
    });
  }
});
afterAll(() => api.stop());

/** 19 May, with two hours that have observations of two sources each. */
async function addDayOf(place: PlaceName): Promise<void> {
  const cityId = PLACES[place][0];
  // 19 May by the clocks of both places lies within these bounds.
  const endsAt = place === 'newYork' ? '2026-05-20T04:00:00Z' : '2026-05-20T05:00:00Z';
  await insert(api, 'payloads', {
    ...{ city_id: cityId, id: 5, run_id: 1, source: 'OPENWEATHERMAP', kind: 'CURRENT', http_status: 200 },
    ...{ requested_at: endsAt, fetched_at: endsAt, body_sha256: Buffer.alloc(32) },
  });
  for (const hour of ['2026-05-19T10:00:00Z', '2026-05-19T11:00:00Z', '2026-05-20T06:00:00Z']) {
    const half = hour.replace(':00:00Z', ':30:00Z');
    for (const at of [hour, half]) {
      await addObservation(api, place, at, { payload_id: 5, air_temperature_c: 1 });
      await addObservation(api, place, at, { payload_id: 6, source: 'OPEN_METEO', kind: 'ARCHIVE' });
    }
    await insert(api, 'hourly_summaries', {
      ...{ city_id: cityId, hour, source: 'OPENWEATHERMAP', kind: 'CURRENT', sample_count: 2 },
    });
  }
  await insert(api, 'daily_summaries', {
    ...{ city_id: cityId, local_date: '2026-05-19', ends_at: endsAt, sources: '{OPENWEATHERMAP}' },
    ...{ sample_count: 4, observed_hours: 2, expected_hours: 24 },
  });
}

const WALK = `{
  cities(first: 2, orderBy: { field: NAME }) {
    nodes {
      name
      dailySummaries(past: "P2D") {
        nodes {
          date
          hours {
            nodes {
              hour
              sampleCount
              observations { nodes { observedAt source { source licence } city { name } run { id job } } }
            }
          }
        }
      }
    }
  }
}`;

test('leads from a day to its hours, to their observations, to the run that fetched them', async () => {
  const hour = (name: string, at: string) => ({
    hour: `2026-05-19T${at}:00:00Z`,
    sampleCount: 2,
    observations: {
      nodes: ['00', '30'].map((minute) => ({
        observedAt: `2026-05-19T${at}:${minute}:00Z`,
        source: { source: 'OPENWEATHERMAP', licence: 'CC BY-SA 4.0' },
        city: { name },
        run: { id: '1', job: 'FETCH' },
      })),
    },
  });
  const city = (name: string) => ({
    name,
    dailySummaries: {
      nodes: [{ date: '2026-05-19', hours: { nodes: [hour(name, '10'), hour(name, '11')] } }],
    },
  });
  expect(dataOf(await api.ask(WALK))).toEqual({ cities: { nodes: [city('Chicago'), city('New York')] } });
});

test('takes one statement for each kind of thing on the way', async () => {
  const before = api.statements.length;
  await api.askAs(undefined, WALK);
  // Cities, days, hours, observations, runs of payloads, runs.
  expect(api.statements.length - before).toBe(6);
});

test('pages within an hour and within a day', async () => {
  const answer = await api.ask(`{
    city(id: "${idOf('chicago')}") {
      dailySummaries {
        nodes {
          hours(last: 1) {
            pageInfo { hasPreviousPage hasNextPage }
            nodes { hour observations(first: 1, direction: DESC) { edges { cursor node { observedAt } } pageInfo { hasNextPage } } }
          }
        }
      }
    }
  }`);
  expect(dataOf(answer)).toMatchObject({
    city: {
      dailySummaries: {
        nodes: [
          {
            hours: {
              pageInfo: { hasPreviousPage: true, hasNextPage: false },
              nodes: [
                {
                  hour: '2026-05-19T11:00:00Z',
                  observations: {
                    edges: [{ node: { observedAt: '2026-05-19T11:30:00Z' } }],
                    pageInfo: { hasNextPage: true },
                  },
                },
              ],
            },
          },
        ],
      },
    },
  });
});

test('a filled hour is made of no observations', async () => {
  await insert(api, 'hourly_summaries', {
    ...{
      city_id: PLACES.newYork[0],
      hour: '2026-05-19T13:00:00Z',
      source: 'OPENWEATHERMAP',
      kind: 'CURRENT',
      sample_count: 1,
    },
  });
  const range = 'range: { from: "2026-05-19T11:00:00Z", to: "2026-05-19T13:00:00Z" }';
  const answer = await api.ask(`{
    city(id: "${idOf('newYork')}") {
      hourlySummaries(fill: LINEAR, ${range}) { nodes { quality { kind } observations { nodes { observedAt } } } }
    }
  }`);
  expect(dataOf(answer)).toMatchObject({
    city: {
      hourlySummaries: {
        nodes: [
          { quality: { kind: 'OBSERVED' }, observations: { nodes: [{}, {}] } },
          { quality: { kind: 'FILLED' }, observations: { nodes: [] } },
        ],
      },
    },
  });
});

test('leads from a run to what it refused', async () => {
  const query = (page: string) => `{
    runs { nodes { id rejects(${page}) { nodes { reason path value detail at resolvedAt city { name } } pageInfo { hasNextPage endCursor } } } }
  }`;
  interface Rejects {
    nodes: { reason: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  }
  const ask = async (page: string) => {
    const { runs } = dataOf(await api.ask(query(page))) as unknown as {
      runs: { nodes: { id: string; rejects: Rejects }[] };
    };
    return runs.nodes;
  };
  const [load, fetch] = await ask('first: 2');
  expect(fetch).toMatchObject({ id: '1', rejects: { nodes: [], pageInfo: { endCursor: null } } });
  expect(load?.rejects.nodes[0]).toEqual({
    reason: 'OUT_OF_RANGE',
    path: 'main.temp',
    value: '273.15',
    detail: 'Air temperature cannot be 273.15 °C.',
    at: '2026-05-20T08:00:00Z',
    resolvedAt: null,
    city: { name: 'Chicago' },
  });
  expect(load?.rejects.nodes[1]).toMatchObject({ reason: 'SCHEMA', resolvedAt: '2026-05-20T09:00:00Z' });
  const [rest] = await ask(`first: 2, after: "${load?.rejects.pageInfo.endCursor ?? ''}"`);
  expect(rest?.rejects).toMatchObject({ nodes: [{ reason: 'FUTURE' }], pageInfo: { hasNextPage: false } });
  const [last] = await ask('last: 1');
  expect(last?.rejects.nodes).toMatchObject([{ reason: 'FUTURE' }]);
});

test.each([
  ['city(id: "1") { dailySummaries { nodes { hours(first: 0) { nodes { hour } } } } }', 'first'],
  [
    'city(id: "1") { hourlySummaries { nodes { observations(after: "x") { nodes { observedAt } } } } }',
    'after',
  ],
  ['runs { nodes { rejects(before: "WyJydW4iLCIxIl0") { nodes { at } } } }', 'before'],
])('refuses %s', async (field, argument) => {
  expect(errorOf(await api.ask(`{ ${field} }`))).toMatchObject({ code: 'BAD_USER_INPUT', argument });
});
