import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ADMIN_KEY, dataOf, errorOf, testApi, type TestApi } from './testing/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.stop());
beforeEach(() => api.sql('TRUNCATE alert_rules, alerts RESTART IDENTITY'));

const ask = async (query: string, variables = {}) =>
  dataOf(await api.askAs(`Bearer ${ADMIN_KEY}`, query, variables, '192.0.2.7'));

const CREATE = `mutation ($input: CreateAlertRuleInput!) {
  createAlertRule(input: $input) {
    rule { id name subject parameter comparison threshold cityIds countryCodes hoursAhead enabled createdBy }
    userErrors { code field }
  }
}`;
const FROST = {
  name: 'Frost tonight',
  subject: 'FORECAST',
  parameter: 'AIR_TEMPERATURE',
  comparison: 'BELOW',
  threshold: 0,
};

test('a rule is made, listed with who made it, and deleted', async () => {
  const rule = {
    ...FROST,
    id: '1',
    cityIds: ['7', '5'],
    countryCodes: null,
    hoursAhead: 24,
    enabled: true,
    createdBy: 'ADMIN_KEY from 192.0.2.7',
  };
  expect(await ask(CREATE, { input: { ...FROST, cityIds: ['7', '5'] } })).toEqual({
    createAlertRule: { rule, userErrors: [] },
  });
  expect(await ask('{ alertRules { id name cityIds } }')).toEqual({
    alertRules: [{ id: '1', name: 'Frost tonight', cityIds: ['7', '5'] }],
  });
  const remove = 'mutation { deleteAlertRule(input: { id: "1" }) { deletedId userErrors { code } } }';
  expect(await ask(remove)).toEqual({ deleteAlertRule: { deletedId: '1', userErrors: [] } });
  expect(await ask(remove)).toEqual({
    deleteAlertRule: { deletedId: null, userErrors: [{ code: 'NOT_FOUND' }] },
  });
});

test('a rule that cannot hold is refused by field, and a name is taken once', async () => {
  const bad = { ...FROST, name: ' ', threshold: 273, hoursAhead: 0, countryCodes: ['usa'] };
  expect(await ask(CREATE, { input: bad })).toMatchObject({
    createAlertRule: {
      rule: null,
      userErrors: ['name', 'threshold', 'hoursAhead', 'countryCodes'].map((field) => ({
        code: 'INVALID',
        field: ['input', field],
      })),
    },
  });
  await ask(CREATE, { input: FROST });
  expect(await ask(CREATE, { input: FROST })).toMatchObject({
    createAlertRule: { rule: null, userErrors: [{ code: 'NAME_TAKEN' }] },
  });
});

test('alerts come newest first, in pages, or only those that are open', async () => {
  await api.sql(`INSERT INTO alerts (kind, key, occurrence, severity, title, message, raised_at, resolved_at)
    SELECT 'QUOTA', 'QUOTA/' || n, 1, 'WARNING', 'Title ' || n, 'Message', '2026-05-01T00:00:00Z',
           CASE WHEN n = 2 THEN '2026-05-02T00:00:00Z'::timestamptz END
      FROM generate_series(1, 3) AS n`);
  const page = await ask('{ alerts(first: 2) { id kind severity raisedAt resolvedAt } }');
  expect(page).toEqual({
    alerts: [
      { id: '3', kind: 'QUOTA', severity: 'WARNING', raisedAt: '2026-05-01T00:00:00Z', resolvedAt: null },
      {
        id: '2',
        kind: 'QUOTA',
        severity: 'WARNING',
        raisedAt: '2026-05-01T00:00:00Z',
        resolvedAt: '2026-05-02T00:00:00Z',
      },
    ],
  });
  expect(await ask('{ alerts(before: "2") { id } }')).toEqual({ alerts: [{ id: '1' }] });
  expect(await ask('{ alerts(onlyOpen: true) { id } }')).toEqual({ alerts: [{ id: '3' }, { id: '1' }] });
});

test('all of it is for administrators alone', async () => {
  for (const query of ['{ alerts { id } }', '{ alertRules { id } }'])
    expect(errorOf(await api.askAs(undefined, query))).toMatchObject({ code: 'UNAUTHENTICATED' });
});

test('what docs/monitoring.md asks is answered', async () => {
  const text = await readFile('docs/monitoring.md', 'utf8');
  const queries = [...text.matchAll(/```graphql\n([^]*?)```/g)].map(([, query = '']) => query);
  expect(queries).toHaveLength(2);
  const [made, listed] = [await ask(queries[0] ?? ''), await ask(queries[1] ?? '')];
  expect(made).toMatchObject({ createAlertRule: { rule: { id: '1' }, userErrors: [] } });
  expect(listed).toMatchObject({ alertRules: [{ id: '1', enabled: true }], alerts: [] });
});
