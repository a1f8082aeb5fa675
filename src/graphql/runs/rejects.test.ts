import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_KEY, dataOf, errorOf, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, idOf, insert, PLACES } from '../testing/fixtures.js';
import { SHOWN_BODY } from './payloads.js';

let api: TestApi;
const [NEW_YORK, CHICAGO] = [PLACES.newYork[0], PLACES.chicago[0]];

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago');
  const run = { trigger: 'SCHEDULE', requested_by: 'schedule', requested_at: '2026-05-20T07:00:00Z' };
  await insert(api, 'runs', { ...run, id: 11, job: 'FETCH', status: 'SUCCEEDED' });
  await insert(api, 'runs', { ...run, id: 12, job: 'LOAD', status: 'PARTIAL', rejects: 3 });
  const payload = {
    ...{
      source: 'OPENWEATHERMAP',
      kind: 'CURRENT',
      run_id: 11,
      http_status: 200,
      content_type: 'application/json',
    },
    ...{ requested_at: '2026-05-20T07:59:59Z', fetched_at: '2026-05-20T08:00:00Z', state: 'REJECTED' },
    body_sha256: Buffer.alloc(32),
  };
  const body = Buffer.from('{"main":{"temp":273.15},"name":"München"}\xff', 'utf8');
  await insert(api, 'payloads', { ...payload, city_id: NEW_YORK, id: 1, body });
  await insert(api, 'payloads', { ...payload, city_id: NEW_YORK, id: 2, same_as_payload_id: 1 });
  await insert(api, 'payloads', {
    ...payload,
    city_id: CHICAGO,
    id: 3,
    body: Buffer.alloc(SHOWN_BODY + 5, 'x'),
  });
  await insert(api, 'payloads', { ...payload, city_id: CHICAGO, id: 4, http_status: 404 });
  const reject = { run_id: 12, detail: 'It cannot be.' };
  const at = (minute: number) => `2026-05-20T08:0${minute}:00.123Z`;
  await insert(api, 'rejects', {
    ...reject,
    city_id: NEW_YORK,
    id: 1,
    payload_id: 1,
    reason: 'FUTURE',
    at: at(1),
  });
  await insert(api, 'rejects', {
    ...{ ...reject, city_id: NEW_YORK, id: 2, payload_id: 2, reason: 'OUT_OF_RANGE', at: at(2) },
    ...{ path: 'main.temp', value: '273.15', resolved_at: '2026-05-20T09:00:00Z' },
  });
  await insert(api, 'rejects', {
    ...reject,
    city_id: CHICAGO,
    id: 3,
    payload_id: 3,
    reason: 'SCHEMA',
    at: at(3),
  });
  await insert(api, 'rejects', {
    ...reject,
    run_id: 13,
    city_id: CHICAGO,
    id: 4,
    payload_id: 4,
    reason: 'HTTP',
    at: at(3),
  });
  await insert(api, 'rejects', {
    ...reject,
    city_id: CHICAGO,
    id: 5,
    payload_id: 99,
    reason: 'HTTP',
    at: at(4),
  });
});
afterAll(() => api.stop());

const ask = async (query: string) => dataOf(await api.askAs(`Bearer ${ADMIN_KEY}`, query));

interface Page {
  rejects: {
    nodes: { id: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string; startCursor: string };
  };
}
async function ids(args: string): Promise<string[]> {
  const { rejects } = (await ask(`{ rejects${args} { nodes { id } } }`)) as unknown as Page;
  return rejects.nodes.map(({ id }) => id);
}

test('lists what was refused, newest first, by every condition', async () => {
  expect(await ids('')).toEqual(['5', '4', '3', '2', '1']);
  expect(await ids(`(filter: { cityIds: ["${idOf('newYork')}"] })`)).toEqual(['2', '1']);
  expect(await ids('(filter: { reason: HTTP })')).toEqual(['5', '4']);
  expect(await ids('(filter: { runId: "13" })')).toEqual(['4']);
  expect(await ids('(filter: { resolved: true })')).toEqual(['2']);
  expect(await ids('(filter: { resolved: false, runId: "12" })')).toEqual(['5', '3', '1']);
  expect(await ids('(filter: { since: "2026-05-20T08:03:00Z" })')).toEqual(['5', '4', '3']);
});

test('pages through those of the same moment without missing or repeating one, both ways', async () => {
  const page = async (args: string) => {
    const fields = 'nodes { id } pageInfo { hasNextPage endCursor startCursor }';
    return ((await ask(`{ rejects(${args}) { ${fields} } }`)) as unknown as Page).rejects;
  };
  const first = await page('first: 2');
  expect(first.nodes.map(({ id }) => id)).toEqual(['5', '4']);
  const second = await page(`first: 2, after: "${first.pageInfo.endCursor}"`);
  expect(second.nodes.map(({ id }) => id)).toEqual(['3', '2']);
  expect((await page(`last: 2, before: "${second.pageInfo.startCursor}"`)).nodes).toEqual(first.nodes);
  expect((await page('last: 1')).nodes).toEqual([{ id: '1' }]);
});

test('leads from a refusal to its run, its payload with the body’s beginning, and the run that fetched it', async () => {
  const answer = await ask(`{
    rejects(filter: { runId: "12" }) {
      nodes {
        id path value city { name } resolvedAt run { id job counts { rejects } }
        payload { id requestedAt fetchedAt source { source } httpStatus contentType bodyBytes body run { id askedBy } }
      }
    }
  }`);
  const { nodes } = answer.rejects as { nodes: Record<string, unknown>[] };
  const [gone, long, repeated] = nodes;
  expect(gone).toMatchObject({ id: '5', payload: null });
  expect(long).toMatchObject({ payload: { bodyBytes: SHOWN_BODY + 5, body: 'x'.repeat(SHOWN_BODY) } });
  expect(repeated).toEqual({
    ...{ id: '2', path: 'main.temp', value: '273.15', city: { name: 'New York' } },
    resolvedAt: '2026-05-20T09:00:00Z',
    run: { id: '12', job: 'LOAD', counts: { rejects: 3 } },
    payload: {
      ...{ id: '2', requestedAt: '2026-05-20T07:59:59Z', fetchedAt: '2026-05-20T08:00:00Z' },
      ...{ source: { source: 'OPENWEATHERMAP' }, httpStatus: 200, contentType: 'application/json' },
      // The bytes are those of the payload that it repeats.
      ...{ bodyBytes: 44, body: '{"main":{"temp":273.15},"name":"München"}ÿ' },
      run: { id: '11', askedBy: 'schedule' },
    },
  });
});

test.each([
  ['{ rejects { nodes { id } } }', 'Query.rejects'],
  ['{ run(id: "11") { id askedBy } }', 'Run.askedBy'],
  ['{ runs { nodes { rejects { nodes { payload { body } } } } } }', 'Reject.payload'],
  ['{ runs { nodes { ...A } } } fragment A on Run { ... on Run { who: askedBy } }', 'Run.askedBy'],
])('%s is for administrators', async (query, field) => {
  const before = api.statements.length;
  const error = errorOf(await api.ask(query));
  expect(error.code).toBe('UNAUTHENTICATED');
  expect(error.message).toContain(`${field} is for administrators`);
  expect(api.statements).toHaveLength(before);
});

test.each([
  ['filter: { cityIds: ["x"] }', 'filter.cityIds.0'],
  ['filter: { runId: "x" }', 'filter.runId'],
  ['filter: { since: "yesterday" }', 'filter.since'],
  ['after: "WyJyZWplY3QiLCIxIl0"', 'after'],
  ['first: 501', 'first'],
])('refuses rejects(%s)', async (args, argument) => {
  const before = api.statements.length;
  const answer = await api.askAs(`Bearer ${ADMIN_KEY}`, `{ rejects(${args}) { nodes { id } } }`);
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  expect(api.statements).toHaveLength(before);
});
