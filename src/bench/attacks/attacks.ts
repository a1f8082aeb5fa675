import { gzipSync } from 'node:zlib';

/** Something that a hostile client sends, and the answers that are right. */
export interface Attack {
  /** Of section F of docs/reliability.md. */
  row: string;
  name: string;
  init: { method: string; headers: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> };
  /** Added to /graphql. */
  search?: string;
  statuses: readonly number[];
}

const JSON_TYPE = { 'content-type': 'application/json' };
const MEGABYTE = 2 ** 20;

const repeat = (count: number, text: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

function post(row: string, name: string, body: string, statuses = [400]): Attack {
  return { row, name, init: { method: 'POST', headers: JSON_TYPE, body }, statuses };
}

const query = (row: string, name: string, text: string, statuses?: number[]): Attack =>
  post(row, name, JSON.stringify({ query: text }), statuses);

const nested = (depth: number): string =>
  `{ city(id: "1") ${'{ latestObservation { city '.repeat(depth / 2)}{ id }${' } }'.repeat(depth / 2)} }`;

/** Each spreads the next one twice: 2^18 fields out of a few lines. */
const DOUBLING = repeat(
  18,
  (i) =>
    `fragment F${i} on City { latestObservation { city { ...F${i + 1} } } x: latestObservation { city { ...F${i + 1} } } }`,
);

const CITY_DAYS = 'nodes { hourlySummaries(past: "P300D", first: 500) { nodes { hour sampleCount } } }';

/** Of 100 KB and less where it says 400, else refused by their size. */
export const ATTACKS: readonly Attack[] = [
  query('F3', '1,000 aliases', `{ ${repeat(1_000, (i) => `a${i}: warehouse { demo }`)} }`),
  query('F3', '10,000 aliases of __typename', `{ ${repeat(10_000, (i) => `a${i}:__typename`)} }`, [413]),
  query('F3', '1,000 aliases of __typename', `{ ${repeat(1_000, (i) => `a${i}: __typename`)} }`),
  query('F4', 'depth 16', nested(16)),
  query('F4', 'depth 5,000', nested(5_000), [400, 413]),
  query('F5', '1,000 directives', `{ __typename ${'@skip(if: false) '.repeat(1_000)} }`),
  query('F5', '10,000 unknown directives', `{ __typename ${'@aa'.repeat(10_000)} }`),
  query('F6', 'one field 1,000 times', `{ ${'__typename '.repeat(1_000)} }`),
  query('F6', 'one field 10,000 times', `{ ${'demo '.repeat(10_000)} }`),
  query('F7', '900 unknown fields', `{ ${repeat(900, (i) => `unknown${i}`)} }`),
  post(
    'F8',
    'a batch of 1,000',
    JSON.stringify(Array.from({ length: 1_000 }, () => ({ query: '{ __typename }' }))),
  ),
  query('F9', 'a body of 5 MB', `{ a }${' '.repeat(5 * MEGABYTE)}`, [413]),
  {
    row: 'F9',
    name: '60 MB that come as 60 KB',
    init: {
      method: 'POST',
      headers: { ...JSON_TYPE, 'content-encoding': 'gzip' },
      body: new Uint8Array(gzipSync(Buffer.alloc(60 * MEGABYTE, ' '))),
    },
    statuses: [413],
  },
  query(
    'F10',
    'fragments that go round',
    '{ city(id: "1") { ...A } } fragment A on City { ...B } fragment B on City { ...A }',
  ),
  query(
    'F10',
    'fragments that double 18 times',
    `{ city(id: "1") { ...F0 } } ${DOUBLING} fragment F18 on City { id }`,
  ),
  query(
    'F11',
    'circular introspection',
    `{ __schema { types ${'{ fields { type '.repeat(8)}{ name }${' } }'.repeat(8)} } }`,
  ),
  query('F11', 'introspection 50 times', `{ ${repeat(50, (i) => `a${i}: __schema { types { name } }`)} }`),
  query('F12', 'a page of 10^9', '{ cities(first: 1000000000) { nodes { id } } }'),
  query('F12', 'a page of -1', '{ cities(first: -1) { nodes { id } } }'),
  query(
    'F12',
    'the years 1 to 9999',
    '{ city(id: "1") { observations(range: { from: "0001-01-01T00:00:00Z", to: "9999-01-01T00:00:00Z" }) { nodes { observedAt } } } }',
  ),
  query('F13', 'lists within lists', `{ cities(first: 500) { ${CITY_DAYS} } }`),
  {
    row: 'F17',
    name: 'a query by GET, as a page of another site may',
    init: { method: 'GET', headers: {} },
    search: '?query=%7B__typename%7D',
    statuses: [400],
  },
  {
    row: 'F17',
    name: 'a mutation by GET',
    init: { method: 'GET', headers: { 'apollo-require-preflight': '1' } },
    search: '?query=mutation%7BrefreshWeather(input:%7B%7D)%7Brun%7Bid%7D%7D%7D',
    statuses: [405],
  },
  {
    row: 'F17',
    name: 'text/plain',
    init: { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ __typename }"}' },
    statuses: [400],
  },
  post('F18', 'malformed JSON', '{"query":'),
];
