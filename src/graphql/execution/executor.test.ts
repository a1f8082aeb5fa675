import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from '../../logger.js';
import { dataOf, errorOf, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, idOf } from '../testing/fixtures.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago');
});
afterAll(() => api.stop());

// Every ask() runs its query twice and compares what interpreting and compiling answer.

test('answers the operation that is named', async () => {
  const query = `
    query A($skip: Boolean!) { warehouse { demo @skip(if: $skip) cities } }
    query B($skip: Boolean!) { warehouse { trackedCities demo @include(if: $skip) } }`;
  const contextless = await api.ask(query, { skip: true });
  expect(errorOf(contextless)).toMatchObject({ code: 'OPERATION_RESOLUTION_FAILURE' });
});

test('skips, includes, merges and spreads as the specification has it', async () => {
  const query = `
    query Q($yes: Boolean!, $no: Boolean = false) {
      city(id: "${idOf('newYork')}") { ...A ...B name @include(if: $no) }
      city(id: "${idOf('newYork')}") { population }
      again: city(id: "${idOf('chicago')}") { ... on City @include(if: $yes) { name } ... @skip(if: $yes) { id } __typename }
    }
    fragment A on City { id coordinates { latitude } }
    fragment B on City { id coordinates { longitude @skip(if: $yes) } }`;
  const answer = await api.ask(query, { yes: true });
  expect(dataOf(answer)).toEqual({
    city: { id: '5128581', coordinates: { latitude: 40.71427 }, population: 8_804_190 },
    again: { name: 'Chicago', __typename: 'City' },
  });
});

test('input objects, lists and defaults come the same by literal and by variable', async () => {
  const literal = await api.ask(
    '{ cities(filter: { ids: "5128581", near: { latitude: 41, longitude: -74 } }) { nodes { name } } }',
  );
  const query =
    'query Q($f: CityFilter = { ids: ["5128581"] }, $ids: [ID!], $near: NearPoint) { a: cities(filter: $f) { nodes { name } } b: cities(filter: { ids: $ids, near: $near }) { nodes { name } } }';
  const variable = await api.ask(query, { ids: '5128581', near: { latitude: 41, longitude: -74 } });
  expect(dataOf(literal)).toEqual({ cities: { nodes: [{ name: 'New York' }] } });
  expect(dataOf(variable)).toEqual({
    a: { nodes: [{ name: 'New York' }] },
    b: { nodes: [{ name: 'New York' }] },
  });
});

test('a text that graphql-jit would write into its code as an expression stays a text', async () => {
  const marker = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';
  const global = globalThis as { intruder?: boolean };
  const query = `{ cities(filter: { search: "${marker}globalThis.intruder=true" }) { nodes { name } } }`;
  expect(dataOf(await api.ask(query))).toEqual({ cities: { nodes: [] } });
  expect(dataOf(await api.ask(query))).toEqual({ cities: { nodes: [] } });
  expect(global.intruder).toBeUndefined();
});

test('a response name may be __proto__', async () => {
  const contextful = await api.askAs(undefined, '{ __proto__: warehouse { constructor: demo } }');
  const again = await api.askAs(undefined, '{ __proto__: warehouse { constructor: demo } }');
  expect(JSON.stringify(again)).toBe(JSON.stringify(contextful));
});

/** A pool whose statements fail. */
const failing = (error: Error): Pick<pg.Pool, 'query'> => ({ query: () => Promise.reject(error) });

const QUERY = '{ city(id: "1") { name } run(id: "1") { job } }';

test.each([
  [Object.assign(new Error('canceling statement due to statement timeout'), { code: '57014' }), 'TIMEOUT'],
  [
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
    'SERVICE_UNAVAILABLE',
  ],
  [Object.assign(new Error('sorry, too many clients already'), { code: '53300' }), 'SERVICE_UNAVAILABLE'],
  [Object.assign(new Error('terminating connection'), { code: '57P01' }), 'SERVICE_UNAVAILABLE'],
  [new Error('timeout exceeded when trying to connect'), 'SERVICE_UNAVAILABLE'],
  [new Error('Connection terminated unexpectedly'), 'SERVICE_UNAVAILABLE'],
])('a failure of the database has a code: %s', async (error, code) => {
  const broken = await testApi({ readPool: failing(error) });
  try {
    const answer = await broken.ask(QUERY);
    // Whichever failed first comes first.
    expect(answer.errors?.map(({ extensions, path }) => [extensions.code, path]).sort()).toEqual([
      [code, ['city']],
      [code, ['run']],
    ]);
    expect(JSON.stringify(answer)).not.toContain(error.message);
  } finally {
    await broken.stop();
  }
});

test('what nobody foresaw is hidden, and logged under the number that the answer gives', async () => {
  const lines: string[] = [];
  const logger = createLogger('error', { write: (line) => void lines.push(line) });
  const cause = new Error('bad things at postgres://u:secret@db/weather?appid=KEY');
  const broken = await testApi({ readPool: failing(cause), logger });
  try {
    const answer = await broken.ask('{ city(id: "1") { name } }');
    expect(JSON.stringify(answer)).not.toMatch(/secret|bad things|\.ts|node_modules/);
    const error = errorOf(answer);
    expect(error).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    const logged = lines.find((line) => line.includes(String(error.correlationId))) ?? '';
    expect(logged).toContain('bad things at postgres://***@db/weather');
    expect(logged).not.toContain('secret');
  } finally {
    await broken.stop();
  }
});

test('a null that must not be is an error without details, and takes its parent along', async () => {
  const nothing = { query: () => Promise.resolve({ rows: [{ id: 1, latitude: 0, longitude: 0 }] }) };
  const broken = await testApi({ readPool: nothing as unknown as Pick<pg.Pool, 'query'> });
  try {
    const answer = await broken.ask('{ city(id: "1") { name } }');
    expect(answer.data).toEqual({ city: null });
    expect(errorOf(answer)).toMatchObject({ code: 'INTERNAL_SERVER_ERROR' });
    expect(answer.errors?.[0]).toMatchObject({
      path: ['city', 'name'],
      locations: [{ line: 1, column: 19 }],
    });
  } finally {
    await broken.stop();
  }
});
