import type { Pool, QueryConfig } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { backfill } from '../../jobs/backfill/backfill.js';
import { TestWorld } from '../../jobs/testkit.js';
import { transformStale } from '../../transform/transform-stale.js';
import { dataOf, errorOf, testApi, type TestApi } from '../testing/api.js';

let world: TestWorld;
let api: TestApi;
const statements: string[] = [];

beforeAll(async () => {
  world = await TestWorld.open();
  const counted = {
    query: (...args: [QueryConfig, unknown[]?]) => {
      statements.push(args[0].text);
      return world.pool.query(...args);
    },
  } as Pick<Pool, 'query'>;
  api = await testApi({ readPool: counted, writePool: counted });
});
afterAll(async () => {
  await api.stop();
  await world.close();
});
beforeEach(async () => {
  await world.reset();
  await world.pool.query('TRUNCATE hourly_summaries, daily_summaries, moving_averages');
  await world.follow(3);
});

interface Observed {
  observedAt: string;
  city: { id: string };
  source: { source: string };
  run: { id: string } | null;
}
interface Page {
  nodes: Observed[];
  edges: { cursor: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}
const FIELDS = `nodes { observedAt city { id } source { source } run { id } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;

async function page(runId: string, args = 'first: 500'): Promise<Page> {
  const answer = await api.ask(`{ run(id: "${runId}") { observations(${args}) { ${FIELDS} } } }`);
  return (dataOf(answer) as { run: { observations: Page } }).run.observations;
}

const keyOf = ({ observedAt, city, source }: Observed): string => `${city.id} ${observedAt} ${source.source}`;

/** Everything a run answers, page by page. */
async function madeBy(runId: string, pageSize = 500): Promise<string[]> {
  const keys: string[] = [];
  for (let after = ''; ;) {
    const { nodes, pageInfo } = await page(runId, `first: ${pageSize}${after}`);
    keys.push(...nodes.map(keyOf));
    if (!pageInfo.hasNextPage) return keys;
    after = `, after: "${pageInfo.endCursor}"`;
  }
}

/** The same as the tables have it, each row by itself. */
async function restingOn(runId: string): Promise<string[]> {
  const { rows } = await world.pool.query<{
    city_id: number;
    observed_at: Date;
    source: string;
    payload_id: string;
  }>(
    'SELECT city_id, observed_at, source, payload_id FROM observations ORDER BY city_id, observed_at, source',
  );
  const { rows: payloads } = await world.pool.query<{ id: string; run_id: string }>(
    'SELECT id, run_id FROM payloads',
  );
  const runs = new Map(payloads.map(({ id, run_id: run }) => [id, run]));
  return rows
    .filter(({ payload_id: id }) => runs.get(id) === runId)
    .map(
      ({ city_id: id, observed_at: at, source }) => `${id} ${at.toISOString().replace('.000', '')} ${source}`,
    );
}

/** Runs that fetched, in the order in which they were asked for. */
async function fetchers(): Promise<string[]> {
  const { rows } = await world.pool.query<{ id: string }>('SELECT id::text FROM runs ORDER BY runs.id');
  return rows.map(({ id }) => id);
}

async function fill(): Promise<void> {
  const window = { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-03-02T00:00:00Z') };
  const run = await world.request({ job: 'BACKFILL', window });
  await backfill(world.archive(), run);
  await run.finish('SUCCEEDED', null);
  await world.load();
}

test('a fetch, a refresh and a backfill answer exactly what rests on what they fetched', async () => {
  await world.fetch();
  await world.load();
  await fill();
  // What the first one observed has happened before; the refresh observes something newer.
  await world.pool.query(
    `UPDATE observations SET observed_at = observed_at - interval '1 hour' WHERE kind = 'CURRENT'`,
  );
  await world.fetch(undefined, { cityIds: [1, 2], fetchedBefore: new Date() });
  await world.load();
  const [fetched = '', filled = '', refreshed = ''] = await fetchers();
  const made = [await madeBy(fetched), await madeBy(filled), await madeBy(refreshed)];
  expect(made).toEqual([await restingOn(fetched), await restingOn(filled), await restingOn(refreshed)]);
  expect(made.map(({ length }) => length)).toEqual([3, 3 * 60 * 24, 2]);
});

test('what a later run fetched again is that run’s, as its observation says', async () => {
  await world.fetch();
  await world.load();
  await world.pool.query(`UPDATE payloads SET fetched_at = fetched_at - interval '1 minute'`);
  await world.pool.query(`UPDATE observations SET fetched_at = fetched_at - interval '1 minute'`);
  const [first = ''] = await fetchers();
  const before = await madeBy(first);
  expect(before).toHaveLength(3);
  await world.fetch(undefined, { cityIds: [2], fetchedBefore: new Date() });
  const later = (await fetchers())[1] ?? '';
  // The later answer has the very same bytes, and so is about the same instant.
  await world.pool.query(
    `UPDATE payloads AS p SET body = NULL, same_as_payload_id = earlier.id FROM payloads AS earlier
      WHERE p.run_id = $1 AND earlier.run_id = $2 AND earlier.city_id = p.city_id`,
    [later, first],
  );
  await world.load();
  expect(await madeBy(first)).toEqual(before.filter((key) => !key.startsWith('2 ')));
  const { nodes } = await page(later);
  expect(nodes.map((node) => [keyOf(node), node.run?.id])).toEqual([[before[1], later]]);
});

test('a station that has been silent for weeks is found where it is', async () => {
  await world.fetch();
  await world.load();
  await world.pool.query(
    `UPDATE observations SET observed_at = observed_at - interval '20 days' WHERE city_id = 3`,
  );
  await world.pool.query(
    `UPDATE latest_observations SET observed_at = observed_at - interval '20 days' WHERE city_id = 3`,
  );
  const [run = ''] = await fetchers();
  expect(await madeBy(run)).toEqual(await restingOn(run));
});

test('pages lead through it without missing or repeating one, both ways', async () => {
  await fill();
  const [run = ''] = await fetchers();
  const all = await restingOn(run);
  expect(await madeBy(run, 499)).toEqual(all);
  const { nodes, pageInfo } = await page(run, 'last: 3');
  expect(nodes.map(keyOf)).toEqual(all.slice(-3));
  expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  const earlier = await page(run, `last: 2, before: "${pageInfo.startCursor}"`);
  expect(earlier.nodes.map(keyOf)).toEqual(all.slice(-5, -3));
});

test('what many runs made takes as many statements as what one made', async () => {
  for (let i = 0; i < 3; i += 1) {
    await world.fetch(undefined, { fetchedBefore: new Date() });
    await world.load();
    await world.pool.query(`UPDATE observations SET observed_at = observed_at - interval '1 hour'`);
  }
  const ask = async (first: number) => {
    const before = statements.length;
    const answer = await api.askAs(
      undefined,
      `{ runs(first: ${first}) { nodes { id observations(first: 2) { ${FIELDS} } } } }`,
    );
    const { runs } = dataOf(answer) as { runs: { nodes: { id: string; observations: Page }[] } };
    return { statements: statements.length - before, runs: runs.nodes };
  };
  const [one, all] = [await ask(1), await ask(3)];
  expect(all.statements).toBe(one.statements);
  for (const { id, observations } of all.runs) {
    expect(observations.nodes.map(keyOf)).toEqual((await restingOn(id)).slice(0, 2));
    expect(observations.pageInfo.hasNextPage).toBe(true);
  }
});

test('a day leads to its hours, their observations and the run, and that leads back to them', async () => {
  await fill();
  await transformStale(world.pool, { windows: [5], fence: () => Promise.resolve() });
  const [run = ''] = await fetchers();
  const day = 'range: { from: "2026-02-10", to: "2026-02-10" }';
  const answer = await api.ask(`{
    city(id: "2") {
      dailySummaries(${day}) { nodes { hours { nodes { hour observations { nodes { observedAt city { id } source { source } run { id } } } } } } }
    }
  }`);
  interface Day {
    hours: { nodes: { hour: string; observations: { nodes: Observed[] } }[] };
  }
  const { city } = dataOf(answer) as { city: { dailySummaries: { nodes: Day[] } } };
  const observations = city.dailySummaries.nodes.flatMap(({ hours }) =>
    hours.nodes.flatMap((hour) => hour.observations.nodes),
  );
  expect(observations).toHaveLength(24);
  expect(new Set(observations.map((one) => one.run?.id))).toEqual(new Set([run]));
  const made = new Set(await madeBy(run));
  expect(observations.map(keyOf).filter((key) => !made.has(key))).toEqual([]);
});

test('runs that fetch nothing have none, and cursors are those of this very list', async () => {
  await world.request({ job: 'TRANSFORM' });
  const [run = ''] = await fetchers();
  expect(await madeBy(run)).toEqual([]);
  const cursor = Buffer.from('["observation of cities",1,0,"DEMO"]').toString('base64url');
  const answer = await api.ask(
    `{ run(id: "${run}") { observations(after: "${cursor}") { nodes { observedAt } } } }`,
  );
  expect(errorOf(answer)).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'after' });
});
