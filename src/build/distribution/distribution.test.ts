import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_KEY, testApi, type TestApi } from '../../graphql/testing/api.js';
import { testDatabase, type TestDatabase } from '../../testing/database.js';
import { broken } from './rules.js';
import { filedStatements, inlineStatements, prismaModels } from './statements.js';
import { FACTS, KEY, REFERENCES } from './tables.js';

/** Ranks across cities: Citus brings their rows together on one node, as many as the ranking's limits allow. */
const GATHERED = ['src/graphql/ranking/ranking.sql'];

let database: TestDatabase;
let pool: pg.Pool;
let api: TestApi;

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  api = await testApi();
});
afterAll(async () => {
  await api.stop();
  await pool.end();
  await database.drop();
});

async function names(sql: string): Promise<string[]> {
  return (await pool.query<{ name: string }>(sql)).rows.map(({ name }) => name).sort();
}

const TABLES = `SELECT relname::text AS name FROM pg_class
                 WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'`;

describe('the rules', () => {
  test.each([
    ['JOIN', 'SELECT FROM observations AS o JOIN hourly_summaries AS h ON h.hour = o.observed_at'],
    ['JOIN', 'SELECT FROM observations AS o, payloads AS p WHERE p.id = o.payload_id'],
    ['JOIN', 'SELECT FROM observations JOIN latest_observations USING (observed_at)'],
    [
      'JOIN',
      'SELECT FROM observations AS o JOIN rejects AS r ON r.city_id = o.city_id OR r.at = o.observed_at',
    ],
    [
      'JOIN',
      'SELECT FROM rejects AS r JOIN (SELECT payload_id FROM observations) AS o ON o.payload_id = r.payload_id',
    ],
    [
      'JOIN',
      'WITH o AS (SELECT * FROM observations) SELECT FROM o JOIN payloads AS p ON p.id = o.payload_id',
    ],
    ['JOIN', 'UPDATE payloads SET body = NULL FROM observations AS o WHERE o.payload_id = payloads.id'],
    ['JOIN', 'DELETE FROM stale_hours AS s USING hourly_summaries AS h WHERE h.hour = s.hour'],
    ['JOIN', 'INSERT INTO rejects (city_id) SELECT o.city_id FROM observations AS o, payloads AS p'],
    [
      'SUBQUERY',
      'SELECT FROM payloads AS p WHERE EXISTS (SELECT FROM observations AS o WHERE o.payload_id = p.id)',
    ],
    ['WINDOW', 'SELECT row_number() OVER (PARTITION BY source ORDER BY observed_at) FROM observations'],
    ['WINDOW', 'SELECT sum(1) OVER w FROM (SELECT * FROM moving_averages) AS m WINDOW w AS (ORDER BY hour)'],
    [
      'LATERAL LIMIT',
      'SELECT FROM cities AS c, LATERAL (SELECT FROM observations WHERE city_id = c.id LIMIT 1) AS newest',
    ],
    ['LOCK', 'SELECT FROM payloads WHERE id = $1 FOR UPDATE SKIP LOCKED'],
    ['LOCK', 'SELECT FROM stale_hours WHERE city_id = ANY ($1::int[]) FOR UPDATE'],
    ['CONFLICT', 'INSERT INTO rejects (city_id, id) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING'],
    ['KEY', 'INSERT INTO rejects (id) VALUES ($1)'],
    ['KEY', 'UPDATE observations SET city_id = $1'],
    [
      'KEY',
      'INSERT INTO rejects (city_id, id) VALUES (1, 1) ON CONFLICT (city_id, id) DO UPDATE SET city_id = 2',
    ],
  ])('%s refuses: %s', async (rule, sql) => {
    expect((await broken(sql)).map((says) => says.split(':')[0])).toEqual([rule]);
  });

  test.each([
    'SELECT FROM observations AS o JOIN hourly_summaries AS h ON h.city_id = o.city_id AND h.hour = o.observed_at',
    'SELECT FROM cities AS c, observations AS o, rejects AS r WHERE o.city_id = c.id AND r.city_id = c.id',
    'SELECT FROM observations JOIN latest_observations USING (city_id, source, observed_at)',
    'SELECT FROM rejects AS r JOIN payloads AS p ON (p.city_id, p.id) = (r.city_id, r.payload_id)',
    'SELECT FROM rejects AS r JOIN (SELECT city_id AS place FROM observations) AS o ON o.place = r.city_id',
    'SELECT FROM payloads AS p WHERE EXISTS (SELECT FROM rejects AS r WHERE r.city_id = p.city_id AND r.payload_id = p.id)',
    'SELECT FROM runs AS r WHERE EXISTS (SELECT FROM payloads AS p WHERE p.run_id = r.id)',
    'SELECT sum(1) OVER w FROM moving_averages WINDOW w AS (PARTITION BY city_id ORDER BY hour)',
    'SELECT FROM stale_hours WHERE hour = $1 AND city_id = $2 FOR UPDATE',
    'SELECT FROM runs ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED',
    'INSERT INTO rejects (city_id, id) VALUES ($1, $2) ON CONFLICT (city_id, id) DO UPDATE SET detail = excluded.detail',
  ])('allow: %s', async (sql) => {
    expect(await broken(sql)).toEqual([]);
  });
});

test('every statement that the program has keeps to what Citus can do city by city', async () => {
  const filed = await filedStatements();
  const inline = await inlineStatements();
  expect(filed.length).toBeGreaterThan(150);
  expect(inline.length).toBeGreaterThan(50);
  const faults: Record<string, string[]> = {};
  for (const { file, sql } of [...filed, ...inline]) {
    const says = await broken(sql);
    if (says.length > 0) faults[file] = says;
  }
  const gathers = ['WINDOW: a window over facts is not partitioned by city_id'];
  expect(faults).toEqual(Object.fromEntries(GATHERED.map((file) => [file, gathers])));
});

test('what Prisma asks for by itself are no facts', async () => {
  expect(await prismaModels()).toEqual(['setting', 'trackedCity']);
});

test('what the API puts together for the queries of the guides keeps to it, too', async () => {
  const guides = await Promise.all(
    ['querying', 'insights'].map((name) => readFile(`docs/${name}.md`, 'utf8')),
  );
  const queries = guides.flatMap((guide) =>
    [...guide.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, one = '']) => one),
  );
  for (const id of new Set(guides.flatMap((guide) => guide.match(/\b\d{7}\b/g) ?? [])))
    await api.sql(
      `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
       VALUES ($1, 'Place', 'Place', 'XX', 1, 1, 'Etc/UTC', 'place')`,
      [id],
    );
  for (const query of queries.filter((text) => !/^\s*(#.*\n)*\s*(mutation|subscription)/.test(text)))
    await api.askAs(`Bearer ${ADMIN_KEY}`, query);
  const sent = [...new Set(api.statements)];
  expect(sent.length).toBeGreaterThan(10);
  for (const sql of sent) {
    const says = (await broken(sql)).filter((one) => !one.startsWith('WINDOW'));
    expect(says, sql).toEqual([]);
  }
});

describe('the tables', () => {
  test('facts are all that has a city and is no reference', async () => {
    // Few, of a few cities at a time, and locked by key: they stay on one node.
    const local = ['alerts'];
    const withCity = await names(
      `${TABLES} AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = pg_class.oid AND attname = '${KEY}')`,
    );
    expect(withCity.filter((name) => !REFERENCES.has(name) && !local.includes(name))).toEqual(
      [...FACTS].sort(),
    );
  });

  test('keys of facts have the city in them, primary ones begin with it; no triggers, no foreign keys', async () => {
    const { rows } = await pool.query<{ table: string; columns: string[]; primary: boolean }>(
      `SELECT c.relname AS "table", i.indisprimary AS primary,
              ARRAY(SELECT pg_get_indexdef(i.indexrelid, k, true) FROM generate_series(1, i.indnkeyatts) AS k) AS columns
         FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indrelid
        WHERE i.indisunique AND c.relname = ANY ($1)`,
      [[...FACTS]],
    );
    expect(new Set(rows.filter(({ primary }) => primary).map(({ table }) => table))).toEqual(FACTS);
    for (const { table, columns, primary } of rows) {
      expect(columns, table).toContain(KEY);
      if (primary) expect(columns[0], table).toBe(KEY);
    }
    const list = [...FACTS].map((name) => `'${name}'::regclass`).join(', ');
    expect(await names(`SELECT tgname::text AS name FROM pg_trigger WHERE tgrelid IN (${list})`)).toEqual([]);
    expect(
      await names(
        `SELECT conname::text AS name FROM pg_constraint WHERE contype = 'f' AND (conrelid IN (${list}) OR confrelid IN (${list}))`,
      ),
    ).toEqual([]);
  });

  test('the page about scaling has a command, or a place, for each of them and for no other', async () => {
    const page = await readFile('docs/scaling.md', 'utf8');
    const called = (name: string) =>
      [...page.matchAll(new RegExp(`${name}\\('(\\w+)'`, 'g'))].map(([, table]) => table);
    expect(called('create_distributed_table').sort()).toEqual([...FACTS].sort());
    expect(called('create_reference_table').sort()).toEqual([...REFERENCES].sort());
    const [, plain = ''] = /Plain tables:([^]*?)\n\n/.exec(page) ?? [];
    const rest = (await names(TABLES)).filter((name) => !FACTS.has(name) && !REFERENCES.has(name));
    expect([...plain.matchAll(/`(\w+)`/g)].map(([, table]) => table).sort()).toEqual(rest);
    for (const [, options = ''] of page.matchAll(/create_distributed_table\('\w+', ([^)]*)\)/g))
      expect(options).toMatch(/^'city_id'(, colocate_with => 'observations')?$/);
  });
});
