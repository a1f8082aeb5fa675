import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../testing/cli.js';
import { startDemo, type Demo } from '../testing/demo.js';
import { folder } from './testkit.js';

const DAY = 86_400_000;
/** Starts, fills and restores of whole programs, on a machine that others use, too. */
const PATIENCE = 400_000;

let files: Awaited<ReturnType<typeof folder>>;
beforeAll(async () => {
  files = await folder();
});
afterAll(() => files.remove());

const day = (daysAgo: number): string => new Date(Date.now() - daysAgo * DAY).toISOString().slice(0, 10);
const QUERY = `{ city(id: "5128581") { dailySummaries(range: { from: "${day(12)}", to: "${day(3)}" }) {
  nodes { date airTemperature { min mean max } precipitation { total } coverage { observedHours complete } } } } }`;

async function summaries({ url }: Demo): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY }),
  });
  return response.json();
}

test(
  'an operator saves the embedded database of a running program, and finds all of it in another one',
  async () => {
    const [old, fresh] = [files.file('old'), files.file('fresh')];
    await mkdir(old);
    const saved = files.file('weather.sql.gz');
    const first = await startDemo(old);
    let before: unknown;
    try {
      const backup = await runCli(['backup', saved, '--json'], { DATA_DIR: old });
      expect(backup, backup.stderr).toMatchObject({ code: 0 });
      before = await summaries(first);
      const refused = await runCli(['restore', saved], { DATA_DIR: old });
      expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('not empty') as string });
    } finally {
      await first.stop();
    }
    expect(before).toMatchObject({ data: { city: { dailySummaries: { nodes: { length: 10 } } } } });

    const whole = await runCli(['restore', saved, '--check'], { DATA_DIR: fresh });
    expect(whole).toMatchObject({ code: 0, stdout: expect.stringContaining('is whole') as string });
    const restored = await runCli(['restore', saved], { DATA_DIR: fresh });
    expect(restored, restored.stderr).toMatchObject({ code: 0 });
    const checked = await runCli(['check', '--json'], { DATA_DIR: fresh });
    expect(checked, checked.stderr).toMatchObject({ code: 0 });

    const second = await startDemo(fresh);
    try {
      expect(await summaries(second)).toEqual(before);
    } finally {
      await second.stop();
    }
  },
  PATIENCE,
);
