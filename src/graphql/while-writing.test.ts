import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { dataOf, testApi, type TestApi } from './testing/api.js';

/** Hours that are there before anything is read, of each city; those between are written meanwhile. */
const HOURS = 120;
const CITIES = [1, 2, 3];
const START = '2026-05-01T00:00:00Z';
const RANGE = 'range: { from: "2026-04-01T00:00:00Z", to: "2026-05-20T00:00:00Z" }';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  await api.sql('TRUNCATE cities, tracked_cities, observations, daily_summaries');
  for (const id of CITIES) await addCity(id, 1_000 * id);
});
afterAll(() => api.stop());

const addCity = (id: number, population: number): Promise<void> =>
  api.sql(
    `INSERT INTO cities (id, name, ascii_name, country_code, latitude, longitude, population, time_zone, search_text)
     VALUES ($1::int, 'City', 'City', 'US', 40, -80, $2, 'Etc/UTC', '')`,
    [id, population],
  );

/** Observations of all cities, a number of half hours after the start. */
const observe = (halfHours: number): Promise<void> =>
  api.sql(
    `INSERT INTO observations (city_id, observed_at, source, kind, payload_id, fetched_at, further_condition_codes)
     SELECT city, timestamptz '${START}' + $1::int * interval '30 minutes', 'DEMO', 'CURRENT', 1, now(), '{}'
       FROM unnest('{${CITIES.join(',')}}'::int[]) AS city
     ON CONFLICT DO NOTHING`,
    [halfHours],
  );

interface Page {
  nodes: Record<string, unknown>[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

/** Reads a list page by page to its end, while somebody writes. */
async function readWhile(
  list: string,
  fields: string,
  direction: 'forward' | 'backward',
  write: (i: number) => Promise<void>,
): Promise<{ nodes: Record<string, unknown>[]; written: number }> {
  let [reading, written] = [true, 0];
  const writing = (async () => {
    for (; reading; written += 1) {
      await write(written);
      await sleep(1);
    }
  })();
  const nodes: Record<string, unknown>[] = [];
  const page = direction === 'forward' ? 'first: 7' : 'last: 7';
  for (let at = ''; ;) {
    const query = `{ list: ${list.replace('PAGE', `${page}${at}`)} {
      nodes { ${fields} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
    const { nodes: read, pageInfo } = dataOf(await api.askAs(undefined, query)).list as Page;
    if (direction === 'forward') nodes.push(...read);
    else nodes.unshift(...read);
    if (!(direction === 'forward' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage)) break;
    at = direction === 'forward' ? `, after: "${pageInfo.endCursor}"` : `, before: "${pageInfo.startCursor}"`;
  }
  reading = false;
  await writing;
  return { nodes, written };
}

test.each(['forward', 'backward'] as const)(
  'observations of many cities, read %s while others arrive late, between and after them: each once, in order, none missing',
  async (direction) => {
    for (let hour = 0; hour < HOURS; hour += 1) await observe(2 * hour);
    const filter = `filter: { cityIds: [${CITIES.map((id) => `"${id}"`).join(', ')}], ${RANGE} }`;
    // By turns before all that is there, between two of them, and after the last.
    const places = (i: number) => [-1 - i, 2 * ((i * 37) % HOURS) + 1, 2 * HOURS + i];
    const write = (i: number) => observe(places(i)[i % 3] ?? 0);
    const { nodes, written } = await readWhile(
      `observations(${filter}, PAGE)`,
      'observedAt city { id }',
      direction,
      write,
    );
    const keys = nodes.map((node) => `${(node.city as { id: string }).id} ${String(node.observedAt)}`);
    expect(written).toBeGreaterThan(10);
    expect(keys).toEqual([...new Set(keys)].sort());
    const there = CITIES.flatMap((id) =>
      Array.from({ length: HOURS }, (_, hour) => {
        const at = new Date(Date.parse(START) + hour * 3_600_000);
        return `${id} ${at.toISOString().replace('.000', '')}`;
      }),
    );
    const read = new Set(keys);
    expect(there.filter((key) => !read.has(key))).toEqual([]);
    // Some of those that came were seen: they came while reading, not after it.
    expect(keys.length).toBeGreaterThan(there.length);
  },
);

test.each(['forward', 'backward'] as const)(
  'cities by population, read %s while cities are added everywhere: each once, in order, none missing',
  async (direction) => {
    for (let i = 0; i < 200; i += 1) await addCity(1_000 + i, 10 * i);
    const there = new Set(['1', '2', '3', ...Array.from({ length: 200 }, (_, i) => String(1_000 + i))]);
    const write = (i: number) => addCity(10_000 + i, (i * 311) % 4_000);
    const { nodes, written } = await readWhile('cities(PAGE)', 'id population', direction, write);
    const ids = nodes.map(({ id }) => String(id));
    expect(written).toBeGreaterThan(10);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) there.delete(id);
    expect([...there]).toEqual([]);
    const people = nodes.map(({ population }) => Number(population));
    expect(people).toEqual([...people].sort((a, b) => b - a));
  },
);
