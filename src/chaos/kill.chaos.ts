import { afterEach, beforeAll, expect, test } from 'vitest';
import { summariesAreTrue } from './invariants.js';
import { KillSeries } from './kill-series.js';
import { programSnapshot } from './snapshot.js';
import { STAGES } from './stages.js';
import { figures, holdsAtRest, holdsInTheEnd } from './verdict.js';

const KILLS = Number(process.env.CHAOS_KILLS);
/** Which of the stages, by their place in the list; all of them unless told. */
const NUMBERS = process.env.CHAOS_STAGES?.split(',').map(Number) ?? STAGES.map((_, index) => index + 1);
const CHOSEN = STAGES.filter((_, index) => NUMBERS.includes(index + 1));
/** Seconds: the lease of these programs, and what may pass until somebody looks. */
const LONGEST_TAKEOVER = 2 + 5;

let main: string;
let series: KillSeries | undefined;

beforeAll(async () => {
  main = await programSnapshot();
}, 180_000);
afterEach(() => series?.end());

test.each([1, 3])('loses and doubles nothing with %i replicas, killed at every stage', async (replicas) => {
  series = await KillSeries.open(main, replicas);
  const { kills, pool } = series;
  for (const stage of CHOSEN) {
    for (let kill = 0; kill < KILLS; kill += 1) await series.round(stage);
    await holdsAtRest(series);
    await summariesAreTrue(pool);
    process.stdout.write(
      `${replicas} replica(s): ${figures(kills.filter((kill) => kill.stage === stage.name))}\n`,
    );
  }
  await holdsInTheEnd(series);
  const { rows } = await pool.query<Record<string, number>>(
    `SELECT (SELECT count(*)::int FROM payloads) AS payloads, (SELECT count(*)::int FROM observations) AS observations,
            (SELECT count(*)::int FROM runs) AS runs`,
  );
  process.stdout.write(`${JSON.stringify({ replicas, calls: series.calls, ...rows[0] })}\n`);
  expect(kills).toHaveLength(KILLS * NUMBERS.length);
  // A single replica's runs wait for its restart, too.
  if (replicas > 1)
    expect(Math.max(...kills.map(({ takeover }) => takeover ?? 0))).toBeLessThan(LONGEST_TAKEOVER);
});

test('loses and doubles nothing in a storm of kills at moments that nothing chose', async () => {
  series = await KillSeries.open(main, 3);
  const begun = performance.now();
  await series.storm(4 * KILLS);
  const seconds = Math.round((performance.now() - begun) / 1000);
  process.stdout.write(
    `storm: ${4 * KILLS} kills of three replicas in ${seconds} s; ${series.calls} calls\n`,
  );
  await holdsInTheEnd(series);
});
