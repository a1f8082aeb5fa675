import os from 'node:os';
import path from 'node:path';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../testing/cli.js';
import { startDemo, type Demo } from '../testing/demo.js';

/*
 * The newcomer's way, walked: what docs/getting-started.md says to ask and to type, on the program it says to start.
 */

const WALK = 400_000;
const guide = await readFile('docs/getting-started.md', 'utf8');
const blocks = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, text = '']) => text,
  );
const lines = blocks('sh').flatMap((text) => text.trim().split('\n'));
/** In the order of the page; those for real weather need its database. */
const commands = lines
  .filter((line) => line.startsWith('npm run cli -- ') && !line.includes('--real'))
  .map((line) => line.replace('npm run cli -- ', '').split(' '));

let folder: string;
let demo: Demo;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'weather-walk-'));
  demo = await startDemo(path.join(folder, 'data'));
}, WALK);
afterAll(async () => {
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ask(body: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(`${demo.url}/graphql`, { method: 'POST', headers, body })).json();
}

test(
  'every query is answered with weather, as it stands and by curl',
  async () => {
    const [first] = blocks('graphql');
    const answer = await ask(JSON.stringify({ query: first }));
    expect(answer).toMatchObject({
      data: {
        cities: {
          nodes: [
            {
              name: 'Chicago',
              latestObservation: { airTemperature: expect.any(Number) as number },
              dailySummaries: { nodes: { length: 3 } },
            },
          ],
        },
      },
    });
    const sent = lines.flatMap((line) => /^curl .* -d '(.*)'$/.exec(line)?.[1] ?? []);
    expect(sent).toHaveLength(1);
    expect(await ask(sent[0] ?? '')).toMatchObject({
      data: { city: { latestObservation: { airTemperature: expect.any(Number) as number } } },
    });
  },
  WALK,
);

test(
  'every command does what it says, beside the running program',
  async () => {
    expect(commands.map(([name]) => name)).toEqual(
      expect.arrayContaining(['cities', 'plan', 'track', 'fetch', 'status', 'backfill', 'backup', 'restore']),
    );
    for (const words of commands) {
      // Files go where the test may write.
      const given = words.map((word) => (word.endsWith('.gz') ? path.join(folder, word) : word));
      const result = await runCli(given, { DATA_DIR: path.join(folder, 'data') });
      expect(result, `${words.join(' ')}: ${result.stdout}${result.stderr}`).toMatchObject({ code: 0 });
    }
    const followed = await ask(
      '{"query":"{ city(id: \\"2761369\\") { name latestObservation { airTemperature } } }"}',
    );
    expect(followed).toMatchObject({
      data: { city: { name: 'Vienna', latestObservation: { airTemperature: expect.any(Number) as number } } },
    });
  },
  WALK,
);
