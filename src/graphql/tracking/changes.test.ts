import { afterAll, beforeAll, expect, test } from 'vitest';
import { ADMIN_KEY, dataOf, errorOf, testApi, type TestApi } from '../testing/api.js';
import { addPlaces, idOf } from '../testing/fixtures.js';

let api: TestApi;
const asAdministrator = (query: string) => api.askAs(`Bearer ${ADMIN_KEY}`, query, {}, '192.0.2.7');

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago');
  const ids = `["${idOf('newYork')}", "${idOf('chicago')}"]`;
  dataOf(
    await asAdministrator(
      `mutation { trackCities(input: { cityIds: ${ids}, intervalMinutes: 30 }) { userErrors { code } } }`,
    ),
  );
  dataOf(
    await asAdministrator(
      `mutation { untrackCities(input: { cityIds: ["${idOf('newYork')}"] }) { userErrors { code } } }`,
    ),
  );
  await api.sql(
    `UPDATE tracking_changes SET at = timestamptz '2026-05-20T12:00:00Z' + interval '1 minute' * id`,
  );
});
afterAll(() => api.stop());

interface Changes {
  trackingChanges: {
    nodes: { id: string; at: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

test('says who had which cities followed or not, newest first', async () => {
  const answer = await asAdministrator(
    '{ trackingChanges { nodes { id at changedBy source intervalMinutes cityIds } } }',
  );
  const by = 'ADMIN_KEY from 192.0.2.7';
  expect(dataOf(answer)).toEqual({
    trackingChanges: {
      nodes: [
        {
          ...{ id: '2', at: '2026-05-20T12:02:00Z', changedBy: by },
          ...{ source: null, intervalMinutes: null, cityIds: [idOf('newYork')] },
        },
        {
          ...{ id: '1', at: '2026-05-20T12:01:00Z', changedBy: by },
          ...{ source: 'OPENWEATHERMAP', intervalMinutes: 30, cityIds: [idOf('chicago'), idOf('newYork')] },
        },
      ],
    },
  });
});

test('pages both ways', async () => {
  const page = async (args: string) => {
    const fields = 'nodes { id } pageInfo { hasNextPage endCursor }';
    const data = dataOf(await asAdministrator(`{ trackingChanges(${args}) { ${fields} } }`));
    return (data as unknown as Changes).trackingChanges;
  };
  const first = await page('first: 1');
  expect(first).toMatchObject({ nodes: [{ id: '2' }], pageInfo: { hasNextPage: true } });
  const rest = await page(`first: 1, after: "${first.pageInfo.endCursor}"`);
  expect(rest).toMatchObject({ nodes: [{ id: '1' }], pageInfo: { hasNextPage: false } });
  expect((await page('last: 1')).nodes).toEqual([{ id: '1' }]);
});

test('is for administrators, and refuses cursors of other lists', async () => {
  const before = api.statements.length;
  expect(errorOf(await api.ask('{ trackingChanges { nodes { id } } }'))).toMatchObject({
    code: 'UNAUTHENTICATED',
  });
  const cursor = Buffer.from('["run","1"]').toString('base64url');
  const answer = await asAdministrator(`{ trackingChanges(after: "${cursor}") { nodes { id } } }`);
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
  expect(api.statements).toHaveLength(before);
});
