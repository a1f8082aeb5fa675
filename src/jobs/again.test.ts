import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { jobHandlers, type JobDependencies } from './handlers.js';
import { TestWorld } from './testkit.js';

let world: TestWorld;
beforeAll(async () => {
  world = await TestWorld.open();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  await world.pool.query('TRUNCATE hourly_summaries, daily_summaries, moving_averages');
  await world.follow(2);
});

const handlers = () => {
  const { pool, source, governor } = world.dependencies();
  const { archive, governor: archiveGovernor, weigh: weighArchive } = world.archive();
  const deps: JobDependencies = {
    ...{ pool, source, governor, archive, archiveGovernor, weighArchive },
    ...{ windows: [5], retentionDays: undefined },
  };
  return jobHandlers(deps);
};

const values = async (text: string) => (await world.pool.query<Record<string, unknown>>(text)).rows;

test('refusals are tried again without a call, and what loads now resolves them', async () => {
  await world.fetch();
  const calls = world.calls().length;
  await world.load();
  // As if a parser that was wrong had refused it.
  await world.pool.query('DELETE FROM observations WHERE city_id = 1');
  await world.pool.query(`UPDATE payloads SET state = 'REJECTED' WHERE city_id = 1`);
  await world.pool.query(
    `INSERT INTO rejects (city_id, payload_id, run_id, reason, detail)
     SELECT city_id, id, run_id, 'SCHEMA', 'It was misread.' FROM payloads WHERE city_id = 1`,
  );
  const run = await world.request({ job: 'REPLAY', parameters: { rejected: { reason: 'SCHEMA' } } });
  expect(await handlers().REPLAY?.(run)).toEqual({ status: 'SUCCEEDED' });
  expect(world.calls()).toHaveLength(calls);
  expect(await values('SELECT resolved_at IS NOT NULL AS resolved FROM rejects')).toEqual([
    { resolved: true },
  ]);
  expect(await values('SELECT city_id FROM observations ORDER BY city_id')).toEqual([
    { city_id: 1 },
    { city_id: 2 },
  ]);
  expect(await values('SELECT count(*)::int AS hours FROM hourly_summaries')).toEqual([{ hours: 2 }]);
});

test('summaries are rebuilt in the window and of the cities asked for, and nowhere else', async () => {
  await world.fetch();
  await world.load();
  const first = await world.request({ job: 'TRANSFORM' });
  expect(await handlers().TRANSFORM?.(first)).toEqual({ status: 'SUCCEEDED' });
  await first.finish('SUCCEEDED', null);
  await world.pool.query('UPDATE hourly_summaries SET air_temperature_mean_c = 99');
  const wrong = () =>
    values('SELECT city_id FROM hourly_summaries WHERE air_temperature_mean_c = 99 ORDER BY city_id');
  const past = { from: new Date('2020-01-01T00:00:00Z'), to: new Date('2020-02-01T00:00:00Z') };
  const present = { from: new Date(Date.now() - 86_400_000), to: new Date(Date.now() + 86_400_000) };
  const rebuild = async (window: typeof past, cityIds?: number[]) => {
    const parameters = { rebuild: true as const, ...(cityIds && { cityIds }) };
    const run = await world.request({ job: 'TRANSFORM', window, parameters });
    expect(await handlers().TRANSFORM?.(run)).toEqual({ status: 'SUCCEEDED' });
    await run.finish('SUCCEEDED', null);
  };
  await rebuild(past);
  expect(await wrong()).toEqual([{ city_id: 1 }, { city_id: 2 }]);
  await rebuild(present, [2]);
  expect(await wrong()).toEqual([{ city_id: 1 }]);
  await rebuild(present);
  expect(await wrong()).toEqual([]);
});
