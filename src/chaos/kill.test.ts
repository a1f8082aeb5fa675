import { afterEach, beforeAll, expect, test } from 'vitest';
import { KillSeries } from './kill-series.js';
import { programSnapshot } from './snapshot.js';
import { STAGES } from './stages.js';
import { holdsInTheEnd } from './verdict.js';

let main: string;
let series: KillSeries | undefined;

beforeAll(async () => {
  main = await programSnapshot();
}, 240_000);
afterEach(() => series?.end());

/** A few of the stages, a few times; kill.chaos.ts has them all, with one replica and with three. */
const FEW = STAGES.filter(({ at }) => at === 'CALL' || at === 5 || at === 9);
const KILLS = 2;

test('loses and doubles nothing when it is killed in the middle of a call, a load and a transform', async () => {
  series = await KillSeries.open(main, 1);
  for (const stage of FEW) for (let kill = 0; kill < KILLS; kill += 1) await series.round(stage);
  await holdsInTheEnd(series);
  expect(series.kills).toHaveLength(FEW.length * KILLS);
}, 240_000);

test('loses and doubles nothing when two replicas are killed at moments that nothing chose', async () => {
  series = await KillSeries.open(main, 2);
  await series.storm(6);
  await holdsInTheEnd(series);
}, 240_000);
