import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../../testing/database.js';
import { ADMIN_KEY, dataOf, testApi, type TestApi } from '../testing/api.js';

/** What a step of a plan did. */
interface Step {
  'Node Type': string;
  'Index Name'?: string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Step[];
}

const CITIES = 40;
const DAYS = 30;
const REJECTS = 4_000;
/** Two backfills, and one that found nothing. */
const [LARGE, LATER, EMPTY] = ['7', '8', '9'];

let database: TestDatabase;
let pool: pg.Pool;
let api: TestApi;
let plans: Step[] = [];

beforeAll(async () => {
  database = await testDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  // Every statement is explained before it is asked.
  const explained = {
    query: async (config: pg.QueryConfig) => {
      const explain = `EXPLAIN (ANALYZE, FORMAT JSON, TIMING OFF) ${config.text}`;
      const { rows } = await pool.query<{ 'QUERY PLAN': { Plan: Step }[] }>(explain, config.values);
      plans.push(...(rows[0]?.['QUERY PLAN'] ?? []).map(({ Plan }) => Plan));
      return pool.query(config);
    },
  } as Pick<pg.Pool, 'query'>;
  api = await testApi({ readPool: explained, writePool: explained });
  await fill();
});
beforeEach(() => {
  plans = [];
});
afterAll(async () => {
  await api.stop();
  await pool.end();
  await database.drop();
});

/** Two runs that backfilled a month each of all cities, and refused much. */
async function fill(): Promise<void> {
  const statements = [
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, time_zone, search_text)
     SELECT id, 'City', 'City', 'DE', 50, 10, 'Europe/Berlin', '' FROM generate_series(1, ${CITIES}) AS id`,
    `INSERT INTO runs (id, job, "trigger", status, requested_by, requested_at, window_from, window_to)
     SELECT id, 'BACKFILL', 'ADMIN', 'SUCCEEDED', 'ada', now(), '2026-01-01Z', '2026-03-01Z' FROM unnest(ARRAY[7, 8, 9]) AS id`,
    `INSERT INTO payloads (city_id, id, source, kind, run_id, http_status, content_type, requested_at, fetched_at, state, body_sha256)
     SELECT c, 10 * c + run, 'OPEN_METEO', 'ARCHIVE', run, 200, 'application/json', now(), now(), 'LOADED', sha256(c::text::bytea)
       FROM unnest(ARRAY[7, 8]) AS run, generate_series(1, ${CITIES}) AS c`,
    `INSERT INTO observations (city_id, observed_at, source, kind, payload_id, fetched_at, further_condition_codes)
     SELECT c, timestamptz '2026-01-01Z' + h * interval '1 hour', 'OPEN_METEO', 'ARCHIVE',
            CASE WHEN h < ${24 * DAYS} THEN 10 * c + 7 ELSE 10 * c + 8 END, now(), '{}'
       FROM generate_series(1, ${CITIES}) AS c, generate_series(0, ${2 * 24 * DAYS - 1}) AS h`,
    // At the same moment, as a transaction writes them.
    `INSERT INTO rejects (city_id, payload_id, run_id, reason, path, detail, at)
     SELECT 1 + i % ${CITIES}, 10 * (1 + i % ${CITIES}) + run, run, 'SCHEMA', 'hourly.' || i, 'It cannot be.', '2026-05-01Z'
       FROM unnest(ARRAY[7, 8]) AS run, generate_series(1, ${REJECTS}) AS i`,
    'VACUUM ANALYZE',
  ];
  for (const statement of statements) await pool.query(statement);
}

function stepsOf(step: Step): Step[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)];
}
const steps = (): Step[] => plans.flatMap(stepsOf);

/** Rows that were looked at in a table's index. */
function readOf(index: RegExp): number {
  return steps()
    .filter((step) => index.test(step['Index Name'] ?? ''))
    .reduce(
      (sum, step) =>
        sum + step['Actual Loops'] * (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)),
      0,
    );
}
const scansOf = (): (string | undefined)[] =>
  steps()
    .filter((step) => step['Node Type'] === 'Seq Scan')
    .map((step) => step['Relation Name']);

interface Page {
  nodes: unknown[];
  pageInfo: { endCursor: string; startCursor: string };
}
const FIELDS = 'pageInfo { startCursor endCursor }';

async function ask(query: string): Promise<Record<string, unknown>> {
  return dataOf(await api.askAs(`Bearer ${ADMIN_KEY}`, query));
}

/** Pages of 20, in all the ways to ask for one: from either end, and from the middle on. */
async function everyPage(list: string, within: (field: string) => string): Promise<Page[]> {
  const pageOf = async (args: string): Promise<Page> => {
    const answer = await ask(within(`list: ${list}(${args}) { nodes { ${KEY[list] ?? ''} } ${FIELDS} }`));
    return (answer.list ?? (answer.run as { list: Page }).list) as Page;
  };
  const first = await pageOf('first: 20');
  const second = await pageOf(`first: 20, after: "${first.pageInfo.endCursor}"`);
  const last = await pageOf('last: 20');
  const before = await pageOf(`last: 20, before: "${last.pageInfo.startCursor}"`);
  return [first, second, last, before];
}
const KEY: Readonly<Record<string, string>> = { observations: 'observedAt', rejects: 'id' };

describe('a page reads its own rows, however many the run has', () => {
  test('of what a run refused', async () => {
    const pages = await everyPage('rejects', (field) => `{ run(id: "${LARGE}") { ${field} } }`);
    expect(pages.map(({ nodes }) => nodes.length)).toEqual([20, 20, 20, 20]);
    // One more than the page, which says whether there is a next.
    expect(readOf(/^rejects_run_id_id_idx$/)).toBe(4 * 21);
    expect(readOf(/rejects/)).toBe(4 * 21);
    expect(scansOf()).not.toContain('rejects');
  });

  test('of all that was refused, though it was at one moment', async () => {
    const pages = await everyPage('rejects', (field) => `{ ${field} }`);
    expect(new Set(pages.flatMap(({ nodes }) => nodes.map((node) => (node as { id: string }).id))).size).toBe(
      80,
    );
    expect(readOf(/^rejects_at_id_idx$/)).toBe(4 * 21);
    expect(scansOf()).not.toContain('rejects');
  });

  test('of what a run made: its rows, and the rest of the last city’s', async () => {
    const pages = await everyPage('observations', (field) => `{ run(id: "${LARGE}") { ${field} } }`);
    expect(pages.map(({ nodes }) => nodes.length)).toEqual([20, 20, 20, 20]);
    // The range of the backfill and a day around it; the city after it is begun, to know that this one is through.
    expect(readOf(/^observations_pkey$/)).toBeLessThanOrEqual(4 * 2 * 24 * (2 * DAYS + 2));
    expect(readOf(/^payloads_/)).toBeLessThan(4 * CITIES);
    expect(scansOf()).not.toContain('observations');
  });

  test('of what each of many runs made and refused', async () => {
    const answer = await ask(
      '{ runs { nodes { id observations(first: 3) { nodes { observedAt } } rejects(first: 3) { nodes { id } } } } }',
    );
    const { nodes } = answer.runs as { nodes: { id: string; observations: Page; rejects: Page }[] };
    const lengths = nodes.map(({ id, observations, rejects }) => [
      id,
      observations.nodes.length,
      rejects.nodes.length,
    ]);
    expect(lengths).toEqual([
      [EMPTY, 0, 0],
      [LATER, 3, 3],
      [LARGE, 3, 3],
    ]);
    expect(readOf(/rejects/)).toBe(2 * 4);
    expect(readOf(/^observations_pkey$/)).toBeLessThanOrEqual(3 * 2 * 24 * (2 * DAYS + 2));
    expect(scansOf()).not.toContain('observations');
  });
});
