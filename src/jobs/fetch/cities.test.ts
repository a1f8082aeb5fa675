import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { TestWorld } from '../testkit.js';
import { CityQueue, type CityOutcome, type ClaimedPlace, type FetchScope, type Stretch } from './cities.js';

const UNSTRETCHED: Stretch = { stretch: 1, resetsAt: null };
/** A run whose row says nothing: its claims end by time alone. */
const HOLDER = { id: '1', attempt: 1 };

let world: TestWorld;
beforeAll(async () => (world = await TestWorld.open()));
afterAll(() => world.close());
beforeEach(() => world.reset());

const open = (scope: Partial<FetchScope> = {}, stretch = UNSTRETCHED): Promise<CityQueue> =>
  CityQueue.open(
    world.pool,
    { source: 'OPENWEATHERMAP', cityIds: null, fetchedBefore: null, ...scope },
    stretch,
    HOLDER,
  );
const ids = (places: ClaimedPlace[]): number[] => places.map(({ cityId }) => cityId);

async function settle(queue: CityQueue, places: ClaimedPlace[], outcome: CityOutcome): Promise<void> {
  await queue.settle(world.pool, new Map(places.map((place) => [place, outcome])));
}

/** Claims one city, settles it, and says in how many minutes it is due again. */
async function dueAfter(outcome: CityOutcome, stretch = UNSTRETCHED): Promise<number> {
  const queue = await open({}, stretch);
  await settle(queue, await queue.claim(1), outcome);
  const [city] = await world.cities();
  return city?.due_in ?? NaN;
}

describe('The queue of due cities', () => {
  test('gives out each city once, the most overdue first, however many take from it', async () => {
    await world.follow(50);
    const queues = await Promise.all([open(), open(), open()]);
    const claims = await Promise.all(queues.flatMap((queue) => [queue.claim(10), queue.claim(10)]));
    const all = claims.flatMap(ids);
    expect(new Set(all).size).toBe(all.length);
    for (const claim of claims) expect(ids(claim)).toEqual(ids(claim).sort((a, b) => a - b));
  });

  test('leaves out what is paused, of another source, or not due when it was opened', async () => {
    await world.follow(4);
    await world.pool.query(`UPDATE tracked_cities SET paused = true WHERE city_id = 1`);
    await world.pool.query(`UPDATE tracked_cities SET source = 'OPEN_METEO' WHERE city_id = 2`);
    await world.pool.query(
      `UPDATE tracked_cities SET next_due_at = now() + interval '1 ms' WHERE city_id = 3`,
    );
    const queue = await open();
    // Instants are kept to the millisecond: within the same one it would be due already.
    await world.pool.query(
      `UPDATE tracked_cities SET next_due_at = now() + interval '1 ms' WHERE city_id = 3`,
    );
    expect(await queue.count()).toBe(1);
    expect(ids(await queue.claim(10))).toEqual([4]);
  });

  test('takes for a refresh what was not fetched since it was asked for, due or not, and no city twice', async () => {
    await world.follow(3, 1440);
    await world.pool.query(`UPDATE tracked_cities SET next_due_at = now() + interval '1 day'`);
    await world.pool.query(`UPDATE tracked_cities SET last_fetched_at = now() WHERE city_id = 2`);
    const refresh = await open({ fetchedBefore: new Date(Date.now() - 60_000), cityIds: [1, 2, 3] });
    const claimed = await refresh.claim(10);
    expect(ids(claimed)).toEqual([1, 3]);
    const [first, last] = claimed;
    if (!first || !last) throw new Error('nothing claimed');
    await settle(refresh, [first], 'ANSWERED');
    await settle(refresh, [last], 'UNAVAILABLE');
    expect(ids(await refresh.claim(10))).toEqual([]);
    expect(await refresh.count()).toBe(0);
  });

  test('gives a dead process its cities for two minutes, and then to others', async () => {
    await world.follow(2);
    const dead = await open();
    await dead.claim(2);
    expect(ids(await (await open()).claim(2))).toEqual([]);
    await world.letPass(2.1);
    const heir = await open();
    expect(ids(await heir.claim(2))).toEqual([1, 2]);
  });

  test('does not let a process that woke up late free what is another’s by now', async () => {
    await world.follow(1);
    const frozen = await open();
    const stale = await frozen.claim(1);
    await world.letPass(2.1);
    await (await open()).claim(1);
    await frozen.free(stale);
    await settle(frozen, stale, 'ANSWERED');
    expect((await world.cities())[0]?.claimed).toBe(true);
  });
});

describe('A city is due again', () => {
  test('on its own beat when it answered, an interval after a refresh', async () => {
    await world.follow(1, 60);
    await world.letPass(130);
    expect(await dueAfter('ANSWERED')).toBeCloseTo(50, 0);
    const refresh = await open({ fetchedBefore: new Date() });
    await settle(refresh, await refresh.claim(1), 'ANSWERED');
    expect((await world.cities())[0]?.due_in).toBeCloseTo(60, 1);
  });

  test.each([0, 1, 3, 4, 20])(
    'ever later while it does not answer: after %i failures before',
    async (failures) => {
      await world.follow(1, 15);
      await world.pool.query('UPDATE tracked_cities SET failures = $1', [failures]);
      const minutes = Math.min(15, 2 ** failures);
      const due = await dueAfter('UNAVAILABLE');
      expect(due).toBeGreaterThan(minutes * 0.74);
      expect(due).toBeLessThan(minutes * 1.25);
      expect((await world.cities())[0]).toMatchObject({ failures: failures + 1, last_fetched_at: null });
    },
  );

  test('in a day when upstream does not know it', async () => {
    await world.follow(1);
    expect(await dueAfter('REFUSED')).toBeCloseTo(24 * 60, 0);
  });

  test('at once when it was not asked for', async () => {
    await world.follow(1);
    expect(await dueAfter('UNUSED')).toBeLessThan(0);
    expect((await world.cities())[0]).toMatchObject({ failures: 0, claimed: false });
  });

  test('as much later as the quota makes every interval', async () => {
    await world.follow(1, 10);
    expect(await dueAfter('ANSWERED', { stretch: 2.5, resetsAt: null })).toBeCloseTo(25, 0);
    // A stretch ends with the quota's period: half an hour from now, and then its own interval.
    await world.letPass(30);
    const resetsAt = new Date(Date.now() + 30 * 60_000);
    expect(await dueAfter('ANSWERED', { stretch: 500, resetsAt })).toBeCloseTo(40, 0);
  });
});
