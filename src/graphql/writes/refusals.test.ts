import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_KEY, dataOf, errorOf, testApi, type TestApi } from '../testing/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.stop());

test.each<[string, string, string, unknown]>([
  ['trackCities', 'cityIds: []', 'cityIds', []],
  ['trackCities', 'cityIds: ["New York"]', 'cityIds.0', 'New York'],
  ['untrackCities', 'cityIds: ["1", "-1"]', 'cityIds.1', '-1'],
  [
    'planBackfill',
    'cityIds: ["1"], range: { from: "2026-02-30", to: "2026-04-02" }',
    'range.from',
    '2026-02-30',
  ],
  [
    'startBackfill',
    'cityIds: ["1"], range: { from: "2026-04-01", to: "9999-01-01" }',
    'range.to',
    '9999-01-01',
  ],
  ['startBackfill', 'cityIds: ["x"], range: { from: "2026-04-01", to: "2026-04-02" }', 'cityIds.0', 'x'],
  ['replay', 'range: { from: "2026-04-01", to: "2026-04-02T00:00:00Z" }', 'range.from', '2026-04-01'],
  [
    'replay',
    'range: { from: "2026-04-01T00:00:00Z", to: "2026-04-02T00:00:00Z" }, cityIds: []',
    'cityIds',
    [],
  ],
  [
    'rebuildSummaries',
    'range: { from: "0001-01-01T00:00:00Z", to: "2026-04-02T00:00:00Z" }',
    'range.from',
    '0001-01-01T00:00:00Z',
  ],
  ['retryRejects', 'runId: "the last"', 'runId', 'the last'],
  ['cancelRun', 'id: "1e3"', 'id', '1e3'],
])('%s refuses %s before the database is asked', async (name, input, argument, value) => {
  const before = api.statements.length;
  const answer = await api.askAs(
    `Bearer ${ADMIN_KEY}`,
    `mutation { ${name}(input: { ${input} }) { __typename } }`,
  );
  expect(errorOf(answer)).toMatchObject({
    code: 'BAD_USER_INPUT',
    argument: `input.${argument}`,
    value,
    limit: expect.any(String) as string,
  });
  expect(api.statements).toHaveLength(before);
});

const EVERY_MUTATION: [string, string][] = [
  ['refreshWeather', '{}'],
  ['trackCities', '{ cityIds: ["1"] }'],
  ['untrackCities', '{ cityIds: ["1"] }'],
  ['planBackfill', '{ cityIds: ["1"], range: { from: "2026-04-01", to: "2026-04-02" } }'],
  ['startBackfill', '{ cityIds: ["1"], range: { from: "2026-04-01", to: "2026-04-02" } }'],
  ['replay', '{ range: { from: "2026-04-01T00:00:00Z", to: "2026-04-02T00:00:00Z" } }'],
  ['retryRejects', '{}'],
  ['rebuildSummaries', '{ range: { from: "2026-04-01T00:00:00Z", to: "2026-04-02T00:00:00Z" } }'],
  ['cancelRun', '{ id: "1" }'],
  [
    'createAlertRule',
    '{ name: "Frost", subject: OBSERVATION, parameter: AIR_TEMPERATURE, comparison: BELOW, threshold: 0 }',
  ],
  ['deleteAlertRule', '{ id: "1" }'],
];

test('these are all the mutations there are', async () => {
  const answer = dataOf(await api.ask('{ __type(name: "Mutation") { fields { name } } }'));
  const { fields } = answer.__type as { fields: { name: string }[] };
  expect(EVERY_MUTATION.map(([name]) => name).sort()).toEqual(fields.map(({ name }) => name).sort());
});

test.each(EVERY_MUTATION)('%s is for administrators alone', async (name, input) => {
  const before = api.statements.length;
  const query = `mutation { ${name}(input: ${input}) { __typename } }`;
  for (const authorization of [undefined, 'Bearer wrong', `Basic ${ADMIN_KEY}`])
    expect(errorOf(await api.askAs(authorization, query))).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(api.statements).toHaveLength(before);
});
