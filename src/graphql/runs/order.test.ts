import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_KEY, dataOf, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, insert, PLACES } from '../testing/fixtures.js';

/** As words, these come in another order than as numbers. */
const IDS = [9, 10, 11, 100];
const NEWEST_FIRST = ['100', '11', '10', '9'];

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork');
  const at = '2026-05-20T08:00:00Z';
  for (const id of IDS) {
    const run = { id, job: 'LOAD', status: 'SUCCEEDED', trigger: 'SCHEDULE', requested_by: 'schedule' };
    await insert(api, 'runs', { ...run, requested_at: at });
    await insert(api, 'tracking_changes', { id, at, changed_by: 'ada', city_ids: [PLACES.newYork[0]] });
    await insert(api, 'rejects', {
      ...{ id, city_id: PLACES.newYork[0], payload_id: id, run_id: 9, reason: 'SCHEMA' },
      ...{ detail: 'It cannot be.', at },
    });
  }
});
afterAll(() => api.stop());

const LISTS = ['runs', 'rejects', 'trackingChanges'];

interface Page {
  nodes: { id: string }[];
  pageInfo: { endCursor: string; startCursor: string };
}

async function pageOf(list: string, page: string): Promise<Page> {
  const query = `{ list: ${list}(${page}) { nodes { id } pageInfo { startCursor endCursor } } }`;
  return dataOf(await api.askAs(`Bearer ${ADMIN_KEY}`, query)).list as Page;
}
const ids = ({ nodes }: Page): string[] => nodes.map(({ id }) => id);

test.each(LISTS)('%s come newest first when the number of digits grows', async (list) => {
  expect(ids(await pageOf(list, 'first: 10'))).toEqual(NEWEST_FIRST);
});

test.each(LISTS)('pages of %s leave nothing out, in either direction', async (list) => {
  const first = await pageOf(list, 'first: 2');
  const rest = await pageOf(list, `first: 5, after: "${first.pageInfo.endCursor}"`);
  expect([...ids(first), ...ids(rest)]).toEqual(NEWEST_FIRST);
  const last = await pageOf(list, 'last: 2');
  const before = await pageOf(list, `last: 5, before: "${last.pageInfo.startCursor}"`);
  expect([...ids(before), ...ids(last)]).toEqual(NEWEST_FIRST);
});

test('what a run refused comes in the order of its refusal', async () => {
  const query = '{ run(id: "9") { rejects(first: 10) { nodes { id } } } }';
  const { run } = dataOf(await api.askAs(`Bearer ${ADMIN_KEY}`, query));
  expect(ids((run as { rejects: Page }).rejects)).toEqual(NEWEST_FIRST.toReversed());
});
