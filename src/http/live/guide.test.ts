import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCity, land, load } from '../../load/testkit.js';
import { testServer, type TestServer } from '../testing.js';
import { subscribed } from './testkit.js';

const NEW_YORK = 5128581;
const guide = await readFile('docs/querying.md', 'utf8');
const section = guide.slice(guide.indexOf('## Subscriptions'), guide.indexOf('## Cost'));
const snippet = (language: string): string =>
  (new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(section)?.[1] ?? '').replaceAll(
    '127.0.0.1:4000',
    new URL(server.url).host,
  );

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  await addCity(server.pool, NEW_YORK);
});
afterAll(() => server.stop());

test.each([
  [
    'by curl',
    () => ['sh', '-c', `exec ${snippet('sh')}`],
    '2026-05-01T10:00:00Z',
    'event: next\ndata: {"data":{"observationAdded":{"observedAt":"2026-05-01T10:00:00Z","airTemperature":12.5}}}',
  ],
  [
    'in JavaScript',
    () => [process.execPath, '--input-type=module', '-e', snippet('js')],
    '2026-05-01T10:10:00Z',
    "{ observedAt: '2026-05-01T10:10:00Z', airTemperature: 12.5 }",
  ],
])('the guide subscribes %s', async (_, command, at, expected) => {
  const [program = '', ...parameters] = command();
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'inherit'] });
  let heard = '';
  child.stdout.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  const ended = once(child, 'exit');
  try {
    await expect.poll(() => server.subscribers(), { timeout: 20_000 }).toBe(1);
    await land(server.pool, { cityId: NEW_YORK, observations: [{ at, values: { AIR_TEMPERATURE: 12.5 } }] });
    await load(server.pool);
    await expect.poll(() => heard, { timeout: 10_000 }).toContain(expected);
  } finally {
    child.kill();
    await ended;
  }
  await subscribed(server, 0);
});
