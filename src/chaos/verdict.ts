import { expect } from 'vitest';
import { noDeadRuns, nothingLostOrDoubled, nowhereInTables, summariesAreTrue } from './invariants.js';
import type { Kill, KillSeries } from './kill-series.js';
import { CANARY_ADMIN, CANARY_KEY } from './program.js';
import { equalsUnkilledTwin } from './twin.js';

/** What must hold whenever everything has come to rest. */
export async function holdsAtRest({ pool, fallen }: KillSeries): Promise<void> {
  expect(fallen).toEqual([]);
  await nothingLostOrDoubled(pool);
  await noDeadRuns(pool);
}

/** Stops the programs and compares what they made with what must have come of it. */
export async function holdsInTheEnd(series: KillSeries): Promise<void> {
  await holdsAtRest(series);
  const endings = await series.stop();
  expect(endings.map(({ code }) => code)).toEqual(endings.map(() => 0));
  await summariesAreTrue(series.pool);
  await equalsUnkilledTwin(series.pool);
  const secrets = [CANARY_KEY, CANARY_ADMIN];
  await nowhereInTables(series.pool, secrets);
  for (const { log } of series.logs) for (const secret of secrets) expect(log).not.toContain(secret);
}

/** One line for each stage: how many kills, and how long until all was well again. */
export function figures(kills: readonly Kill[]): string {
  const stages = [...new Set(kills.map(({ stage }) => stage))];
  return stages
    .map((stage) => {
      const those = kills.filter((kill) => kill.stage === stage);
      const takeovers = those.flatMap(({ takeover }) => (takeover === null ? [] : [takeover]));
      const recoveries = those.map(({ recovery }) => recovery);
      return `${stage.padEnd(52)} ${those.length} kills; takeover ${range(takeovers)}; all well ${range(recoveries)}`;
    })
    .join('\n');
}

function range(seconds: number[]): string {
  if (seconds.length === 0) return 'not needed';
  const sorted = seconds.toSorted((a, b) => a - b);
  const [median = 0, worst = 0] = [sorted[sorted.length >> 1], sorted.at(-1)];
  return `${median.toFixed(1)} s, at worst ${worst.toFixed(1)} s`;
}
