import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../../testing/cli.js';
import { testDatabase, type TestDatabase } from '../../testing/database.js';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = await mkdtemp(path.join(os.tmpdir(), 'export-command-'));
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `INSERT INTO observations (city_id, observed_at, source, kind, payload_id, fetched_at, loaded_at, further_condition_codes,
       air_temperature_c)
     SELECT 5128581, '2026-05-01'::timestamptz + n * interval '1 hour', 'DEMO', 'CURRENT', 1, now(), now(), '{}', n
     FROM generate_series(0, 47) AS n`,
  );
  await client.query(`INSERT INTO latest_observations VALUES (5128581, 'DEMO', '2026-05-02T23:00:00Z')`);
  await client.end();
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

const exported = (...args: string[]) =>
  runCli(['export', 'observations', '--city', '5128581', '--output', path.join(folder, 'out.csv'), ...args], {
    DATABASE_URL: database.url,
    WEATHER_SOURCE: 'demo',
  });

test('writes a file, whole or not at all, and says what it wrote', async () => {
  const refused = await exported('--past', 'P1M');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('past must be in weeks, days or, after a T, hours');
  expect(await readdir(folder)).toEqual([]);
  const range = ['--from', '2026-05-01T00:00:00Z', '--to', '2026-05-02T00:00:00Z'];
  const { code, stdout, stderr } = await exported(...range, '--units', 'IMPERIAL', '--json');
  expect(code, stderr).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ rows: 24 });
  expect(await readdir(folder)).toEqual(['out.csv']);
  const [header, first] = (await readFile(path.join(folder, 'out.csv'), 'utf8')).split('\n');
  expect(header).toContain('air_temperature_f');
  expect(first).toMatch(/^5128581,2026-05-01T00:00:00Z,DEMO,CURRENT,New York.*,32,/);
}, 120_000);
