import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHAPE_LIMITS } from './limits/shape.js';
import { ADMIN_KEY, dataOf, errorOf, testApi, type TestApi } from './testing/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.stop());

const repeat = (count: number, text: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

describe('a query out of all proportion is refused before anything runs', () => {
  const nested = (depth: number) =>
    `{ city(id: "1") ${'{ latestObservation { city '.repeat(depth)}{ id }${' } }'.repeat(depth)} }`;

  test.each([
    ['a thousand aliases', `{ ${repeat(400, (i) => `a${i}: warehouse { demo }`)} }`],
    ['aliases of __typename', `{ ${repeat(300, (i) => `a${i}: __typename`)} }`],
    ['a field over and over', `{ city(id: "1") { ${'name '.repeat(1_000)} } }`],
    [
      'an object over and over',
      `{ city(id: "1") { ${'latestObservation { wind { speed } } '.repeat(200)} } }`,
    ],
    ['the same by inline fragments', `{ city(id: "1") { ${'... { tracking { paused } } '.repeat(100)} } }`],
    ['directives', `{ warehouse { demo ${'@skip(if: false) '.repeat(100)} } }`],
    ['unknown directives', `{ warehouse { demo ${'@a '.repeat(900)} } }`],
    ['depth', nested(8)],
    ['more depth', nested(60)],
    [
      'fragments that double',
      `{ city(id: "1") { ...F0 } } ${repeat(40, (i) => `fragment F${i} on City { latestObservation { city { ...F${i + 1} } wind { speed } } x: latestObservation { city { ...F${i + 1} } } }`)} fragment F40 on City { id }`,
    ],
    [
      'fragments that go round',
      '{ city(id: "1") { ...A } } fragment A on City { ...B } fragment B on City { ...A }',
    ],
    [
      'many fragments',
      `{ city(id: "1") { ${repeat(80, (i) => `...F${i}`)} } } ${repeat(80, (i) => `fragment F${i} on City { id }`)}`,
    ],
    ['introspection over and over', `{ ${repeat(4, (i) => `a${i}: __schema { queryType { name } }`)} }`],
    [
      'circular introspection',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
    ],
    ['unknown fields', `{ city(id: "1") { ${repeat(300, (i) => `unknown${i}`)} } }`],
    ['more tokens than are read', `{ ${'warehouse { demo } '.repeat(SHAPE_LIMITS.tokens)} }`],
  ])('%s', async (_, query) => {
    const before = api.statements.length;
    const answer = await api.ask(query);
    expect(answer.data).toBeUndefined();
    expect(answer.errors?.length).toBeGreaterThan(0);
    expect(JSON.stringify(answer).length).toBeLessThan(2_500);
    for (const error of answer.errors ?? []) {
      expect(error.extensions.code).toMatch(/^GRAPHQL_(PARSE|VALIDATION)_FAILED$/);
    }
    expect(api.statements).toHaveLength(before);
  });
});

test('the usual introspection query passes', async () => {
  const { getIntrospectionQuery } = await import('graphql');
  expect(dataOf(await api.ask(getIntrospectionQuery()))).toHaveProperty('__schema.types');
});

const cost = async (query: string, variables?: Record<string, unknown>) =>
  (await api.ask(query, variables)).extensions?.cost as { requested: number; limit: number };

describe('cost', () => {
  test('is in every answer, reckoned from the arguments', async () => {
    expect(await cost('{ warehouse { demo } }')).toEqual({ requested: 2, limit: 100_000 });
    const small = await cost('{ cities(first: 10) { nodes { id name } } }');
    const large = await cost('{ cities(first: 100) { nodes { id name } } }');
    expect(large.requested).toBeGreaterThan(small.requested * 9);
  });

  test('counts variables and defaults alike', async () => {
    const query = 'query Q($n: Int) { cities(first: $n) { nodes { id name } } }';
    expect(await cost(query, { n: 10 })).toEqual(await cost('{ cities(first: 10) { nodes { id name } } }'));
    expect(await cost(query)).toEqual(await cost('{ cities(first: 100) { nodes { id name } } }'));
  });

  test('multiplies lists within lists, by whichever way the items are reached', async () => {
    const days = 'dailySummaries(past: "P10D") { nodes { date sampleCount } }';
    const nodes = await cost(`{ cities(first: 100) { nodes { ${days} } } }`);
    const edges = await cost(
      `{ cities(first: 100) { edges { node { ...D } } } } fragment D on City { ${days} }`,
    );
    expect(nodes.requested).toBeGreaterThan(100 * 10 * 2);
    expect(edges.requested).toBeGreaterThan(nodes.requested);
  });

  test('too much is refused before the database is asked', async () => {
    const before = api.statements.length;
    const query = `{ cities(first: 500) { nodes { hourlySummaries(past: "P300D", first: 500) { nodes { hour sampleCount } } } } }`;
    const answer = await api.ask(query);
    const error = errorOf(answer);
    expect(error).toMatchObject({ code: 'COST_LIMITED', limit: 100_000 });
    expect(error.requested).toBeGreaterThan(100_000);
    expect(answer.extensions?.cost).toEqual({ requested: error.requested, limit: 100_000 });
    expect(api.statements).toHaveLength(before);
  });
});

describe('variables', () => {
  test('of another type are refused by name', async () => {
    const query =
      'query Q($n: Int, $past: Duration) { cities(first: $n) { nodes { dailySummaries(past: $past) { nodes { date } } } } }';
    expect(errorOf(await api.ask(query, { n: 'ten' }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: '$n',
    });
    expect(errorOf(await api.ask(query, { past: 7 }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: '$past',
    });
  });

  test('of the right type with a wrong value are refused by argument', async () => {
    const query =
      'query Q($past: Duration) { city(id: "1") { observations(past: $past) { nodes { observedAt } } } }';
    expect(errorOf(await api.ask(query, { past: 'P1M' }))).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'past',
    });
  });
});

describe('keys', () => {
  const REFRESH = 'mutation { refreshWeather(input: {}) { run { id } } }';
  const READ_KEY = 'a-key-that-may-only-read';

  test.each([
    [undefined, 'UNAUTHENTICATED'],
    ['', 'UNAUTHENTICATED'],
    ['Bearer', 'UNAUTHENTICATED'],
    ['Bearer wrong', 'UNAUTHENTICATED'],
    [`Basic ${ADMIN_KEY}`, 'UNAUTHENTICATED'],
    [ADMIN_KEY, 'UNAUTHENTICATED'],
    [`Bearer ${ADMIN_KEY.slice(0, -1)}`, 'UNAUTHENTICATED'],
    [`Bearer ${ADMIN_KEY} ${ADMIN_KEY}`, 'UNAUTHENTICATED'],
    ['Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiQURNSU4ifQ.', 'UNAUTHENTICATED'],
  ])('with %j no mutation runs', async (authorization, code) => {
    const before = api.statements.length;
    expect(errorOf(await api.askAs(authorization, REFRESH))).toMatchObject({ code });
    expect(api.statements).toHaveLength(before);
  });

  test('an unknown key is told so, even where none is needed', async () => {
    expect(errorOf(await api.askAs('Bearer wrong', '{ warehouse { demo } }'))).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  test('the scheme may be spelt in any case', async () => {
    expect(dataOf(await api.askAs(`bearer ${ADMIN_KEY}`, '{ warehouse { demo } }'))).toEqual({
      warehouse: { demo: false },
    });
  });

  test('where keys to read are set, reading needs one, and it allows no more', async () => {
    const closed = await testApi({ keys: { admin: ADMIN_KEY, read: [READ_KEY, 'another-key-to-read'] } });
    try {
      const query = '{ warehouse { demo } }';
      expect(errorOf(await closed.askAs(undefined, query))).toMatchObject({ code: 'UNAUTHENTICATED' });
      expect(errorOf(await closed.askAs(undefined, '{ __typename }'))).toMatchObject({
        code: 'UNAUTHENTICATED',
      });
      expect(dataOf(await closed.askAs(`Bearer ${READ_KEY}`, query))).toEqual({ warehouse: { demo: false } });
      expect(dataOf(await closed.askAs(`Bearer ${ADMIN_KEY}`, query))).toEqual({
        warehouse: { demo: false },
      });
      expect(errorOf(await closed.askAs(`Bearer ${READ_KEY}`, REFRESH))).toMatchObject({ code: 'FORBIDDEN' });
    } finally {
      await closed.stop();
    }
  });
});
