import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LostLeaseError, StopRequestedError } from '../../database/fence.js';
import { cancelRun } from '../../database/run-requests.js';
import { DAY } from '../../domain/time.js';
import type { WeatherArchive } from '../../sources/source.js';
import type { ActiveRun } from '../active-run.js';
import { Gate, TestWorld, until } from '../testkit.js';
import { backfill, type BackfillDependencies } from './backfill.js';
import { CALLS, EVERYTHING, landed, WINDOW } from './testkit.js';

let world: TestWorld;
let before: number;
beforeAll(async () => (world = await TestWorld.open()));
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  await world.follow(2);
  before = world.calls().length;
});

const asked = (): number[] => world.asked(before);
const begin = (window = WINDOW): Promise<ActiveRun> => world.request({ job: 'BACKFILL', window });

/** The same, but its calls have to pass a gate. */
function behind(gate: Gate, deps: BackfillDependencies): BackfillDependencies {
  const archive: WeatherArchive = {
    name: deps.archive.name,
    archive: async (place, span, signal) => {
      await gate.pass();
      return deps.archive.archive(place, span, signal);
    },
  };
  return { ...deps, archive };
}

interface RunRow {
  status: string;
  calls: number;
  payloads: number;
  progress_done: number;
  progress_total: number;
}

async function rowOf(run: ActiveRun): Promise<RunRow> {
  await run.beat();
  const { rows } = await world.pool.query<RunRow>(
    'SELECT status, calls, payloads, progress_done, progress_total FROM runs WHERE id = $1',
    [run.row.id],
  );
  if (!rows[0]) throw new Error('no such run');
  return rows[0];
}

describe('A backfill', () => {
  test('asks once for each city and month, the newest first, lands what comes and counts', async () => {
    const run = await begin();
    expect(await backfill(world.archive(), run)).toEqual({ status: 'SUCCEEDED' });
    expect(await landed(world)).toEqual(EVERYTHING);
    expect(await rowOf(run)).toMatchObject({
      calls: CALLS,
      payloads: CALLS,
      progress_done: CALLS,
      progress_total: CALLS,
    });
  });

  test('reserves the weight of each call before it is made', async () => {
    const run = await begin();
    await backfill(world.archive({ perMinute: 10_000, perDay: 10_000 }), run);
    const { rows } = await world.pool.query<{ calls: number }>('SELECT calls FROM quota_usage');
    // 88 days of 14 variables: 1.4 a fortnight.
    expect(rows[0]?.calls).toBeCloseTo(2 * (88 / 14) * 1.4, 6);
  });

  test('waits when the day is used up, and passes no limit', async () => {
    const run = await begin();
    // The first call counts 3.1: a second has no room.
    const filling = backfill(world.archive({ perMinute: 10_000, perDay: 5 }), run);
    await until(async () => (await rowOf(run)).progress_done === 1);
    await sleep(200);
    expect(asked()).toEqual([1]);
    run.requestStop();
    await expect(filling).rejects.toThrow(StopRequestedError);
  });

  test('never touches what came live, although the hours and the source are the same', async () => {
    await world.pool.query(`UPDATE tracked_cities SET source = 'OPEN_METEO'`);
    const deps = world.archive();
    await world.fetch({ ...deps, source: world.meteo() });
    await world.load();
    const observations = `SELECT city_id, observed_at, kind, payload_id, air_temperature_c, fetched_at, loaded_at
                            FROM observations WHERE kind = 'CURRENT' ORDER BY city_id, observed_at`;
    const { rows: cameLive } = await world.pool.query(observations);
    expect(cameLive.length).toBeGreaterThan(10);
    const today = Math.floor(Date.now() / DAY) * DAY;
    await backfill(deps, await begin({ from: new Date(today - 2 * DAY), to: new Date(today + DAY) }));
    await world.load();
    expect((await world.pool.query(observations)).rows).toEqual(cameLive);
    const { rows } = await world.pool.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM observations WHERE kind = 'ARCHIVE'`,
    );
    expect(rows[0]?.count).toBeGreaterThan(48);
  });

  test('is about the cities that are followed when it begins, whatever is followed later', async () => {
    const run = await begin();
    const gate = new Gate(3);
    const filling = backfill(behind(gate, world.archive()), run);
    await gate.reached;
    await world.pool.query('DELETE FROM tracked_cities WHERE city_id = 1');
    gate.open();
    expect(await filling).toEqual({ status: 'SUCCEEDED' });
    await world.pool.query(
      `UPDATE runs SET status = 'REQUESTED', owner = NULL, lease_until = NULL, progress_done = 2`,
    );
    const again = await world.take('BACKFILL');
    expect(again.row.parameters.cityIds).toEqual([1, 2]);
    await backfill(world.archive(), again);
    expect(asked().slice(-4)).toEqual([1, 2, 1, 2]);
  });

  test.each([
    ['a window', null, /^A backfill needs a window/],
    [
      'days that have been',
      { from: new Date('2040-01-01Z'), to: new Date('2041-01-01Z') },
      /nothing to ask for/,
    ],
  ])('says so when it has not %s', async (_, window, sentence) => {
    const run = await world.request({ job: 'BACKFILL', ...(window && { window }) });
    const { status, error } = await backfill(world.archive(), run);
    expect(status).toBe('FAILED');
    expect(error).toMatch(sentence);
    expect(asked()).toEqual([]);
  });
});

describe('A backfill whose owner', () => {
  test('is killed goes on at the very call, and the dead one’s late answer is refused', async () => {
    const run = await begin();
    const gate = new Gate(4);
    const late = backfill(behind(gate, world.archive()), run);
    await gate.reached;
    run.stopBeating();
    await world.letPass(0.6);
    const heir = await world.take('BACKFILL');
    expect(heir.row).toMatchObject({ id: run.row.id, attempt: 2, progressDone: 3 });
    expect(await backfill(world.archive(), heir)).toEqual({ status: 'SUCCEEDED' });
    gate.open();
    await expect(late).rejects.toThrow(LostLeaseError);
    expect(await landed(world)).toEqual(EVERYTHING);
    expect(await rowOf(heir)).toMatchObject({ progress_done: CALLS, progress_total: CALLS });
  });

  test('is stopped does not wait for a call that takes its time, which the next owner makes again', async () => {
    const run = await begin();
    world.upstream.setFaults([{ fault: { kind: 'HANG' }, after: 2, times: 1 }]);
    const filling = backfill(world.archive(), run);
    await until(() => asked().length === 3);
    run.requestStop();
    await expect(filling).rejects.toThrow(StopRequestedError);
    await run.release();
    expect(await backfill(world.archive(), await world.take('BACKFILL'))).toEqual({ status: 'SUCCEEDED' });
    expect(await landed(world)).toEqual(EVERYTHING);
  });

  test('is told that it was cancelled ends, and what it landed stays', async () => {
    const run = await begin();
    const gate = new Gate(3);
    const filling = backfill(behind(gate, world.archive()), run);
    await gate.reached;
    expect(await cancelRun(world.pool, run.row.id, 'test')).toBe(true);
    gate.open();
    await expect(filling).rejects.toThrow(LostLeaseError);
    expect(asked().length).toBe(3);
    expect(await landed(world)).toEqual(EVERYTHING.slice(0, 2));
    const { rows } = await world.pool.query('SELECT status, progress_done FROM runs');
    expect(rows).toEqual([{ status: 'CANCELLED', progress_done: 2 }]);
  });
});
