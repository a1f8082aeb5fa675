import fc from 'fast-check';
import { getNamedType, isLeafType, isObjectType, parse, print, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { converter, digitsConverter } from '../../domain/units.js';
import { executableSchema } from '../schema/schema.js';
import { testApi, type TestApi } from '../testing/api.js';
import { addObservation, addPlaces, idOf, insert, PLACES } from '../testing/fixtures.js';
import { askForText } from './rewrite.js';
import { schemaForWriting, WRITTEN_ITEMS } from './schema.js';
import { assemble, stringify, Written } from './written.js';

const schema = schemaForWriting(executableSchema());
const HOUR = '2026-05-19T10:00:00Z';
const LISTS = {
  observations: ['Observation', ''],
  hourlySummaries: ['HourlySummary', ', fill: LINEAR'],
  dailySummaries: ['DailySummary', ''],
  movingAverages: ['MovingAverage', ', windowHours: 24'],
} as const;
let api: TestApi;

beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'munich');
  const key = { city_id: PLACES.munich[0], source: 'DEMO', kind: 'CURRENT', sample_count: 1 };
  const values = { air_temperature_mean_c: -0.0004, precipitation_mm: 0.25, wind_speed_mean_ms: 3.1 };
  await addObservation(api, 'munich', HOUR, {
    air_temperature_c: 1.5,
    wind_speed_ms: 0,
    condition_code: 500,
  });
  await addObservation(api, 'munich', '2026-05-19T10:10:00Z', {});
  await insert(api, 'hourly_summaries', { ...key, hour: HOUR, ...values });
  await insert(api, 'hourly_summaries', { ...key, hour: '2026-05-19T13:00:00Z', ...values });
  await insert(api, 'daily_summaries', {
    city_id: PLACES.munich[0],
    local_date: '2026-05-19',
    ends_at: '2026-05-19T22:00:00Z',
    sample_count: 2,
    observed_hours: 2,
    expected_hours: 24,
    sources: '{DEMO}',
    air_temperature_mean_c: 12.3456789,
  });
  await insert(api, 'moving_averages', {
    city_id: PLACES.munich[0],
    hour: HOUR,
    window_hours: 24,
    observed_hours: 1,
    air_temperature_c: 1 / 3,
  });
});
afterAll(() => api.stop());

/** Fields of a type that hold plain values, those below its groups too, as they stand in a query. */
function plainFields(name: string): string[] {
  const type = schema.getType(name) as GraphQLObjectType;
  return Object.values(type.getFields()).flatMap((field) => {
    const entry = WRITTEN_ITEMS[name]?.[field.name];
    const below = getNamedType(field.type);
    if (!entry || field.args.length > 0) return [];
    if (typeof entry.read === 'function') return isLeafType(below) ? [field.name] : [];
    const leaves = isObjectType(below) ? Object.keys(below.getFields()).filter((leaf) => leaf in entry) : [];
    return leaves.map((leaf) => `${field.name} { ${leaf} }`);
  });
}

const selection = (fields: readonly string[]) =>
  fc
    .uniqueArray(fc.constantFrom('__typename', ...fields), { minLength: 1 })
    .map((chosen) => `nodes { ${chosen.map((field, i) => `a${i}: ${field}`).join(' ')} }`);

const units = fc.constantFrom('METRIC' as const, 'IMPERIAL' as const, 'SCIENTIFIC' as const);

test.each(Object.entries(LISTS))('%s as text say what they say as objects', async (list, [type, args]) => {
  const fields = plainFields(type);
  expect(fields.length).toBeGreaterThan(5);
  await fc.assert(
    fc.asyncProperty(selection(fields), units, async (nodes, system) => {
      const query = `{ city(id: "${idOf('munich')}") { ${list}(units: ${system}${args}) { ${nodes} pageInfo { endCursor } } } }`;
      const isOnlyNames = !/: (?!__)/.test(nodes);
      expect(print(askForText(schema, parse(query))).includes('_written')).toBe(!isOnlyNames);
      // Interpreted first and compiled then, which writes: both are compared.
      const { errors } = await api.ask(query);
      expect(errors).toBeUndefined();
    }),
    { numRuns: 25 },
  );
});

test.each([
  ['a directive', 'nodes { hour @include(if: true) }'],
  ['a fragment', 'nodes { ... { hour } }'],
  ['edges', 'edges { cursor } nodes { hour }'],
  ['nodes twice', 'nodes { hour } nodes { observedHours }'],
  ['a name twice', 'nodes { hour hour }'],
  ['an object below', 'nodes { city { name } }'],
  ['nothing but the type', 'nodes { __typename }'],
])('a list with %s is answered as objects', (_what, page) => {
  const document = parse(`{ city(id: 1) { movingAverages(windowHours: 5) { ${page} } } }`);
  expect(print(askForText(schema, document))).toBe(print(document));
});

test('lists that may be merged, and those beside a question about the schema, are answered as objects', () => {
  const list = 'movingAverages(windowHours: 5) { nodes { hour } }';
  const merged = parse(`{ city(id: 1) { ${list} ...more } } fragment more on City { ${list} }`);
  expect(print(askForText(schema, merged))).toBe(print(merged));
  const asking = parse(`{ __schema { description } city(id: 1) { ${list} } }`);
  expect(print(askForText(schema, asking))).toBe(print(asking));
});

test('an answer becomes the same text with its lists written and not', () => {
  const long = Array.from({ length: 5_000 }, (_, i) => `${i} é 日本 €`);
  const given = { a: { x: [1, null, 'é'] }, b: [], c: 'plain "text"', d: long };
  const lists: Written[] = [];
  const written = (items: readonly unknown[]): Written => {
    const list = new Written(lists.length, items.length, (i) => JSON.stringify(items[i]));
    lists.push(list);
    return list;
  };
  const answer = { a: { x: written(given.a.x) }, b: written([]), c: given.c, d: written(long) };
  // What an error takes away is not missed.
  written(['lost']);
  expect(assemble(stringify(answer), lists).toString()).toBe(`${JSON.stringify(given)}\n`);
  expect(JSON.stringify(answer)).toBe(JSON.stringify(given));
  expect(assemble('{"a": 1}', []).toString()).toBe('{"a": 1}');
});

test.each([
  ['0.1', '0.1'],
  ['-12.345', '-12.345'],
  ['12.3456', '12.346'],
  ['1013', '1013'],
  ['-0', '0'],
  ['-0.0004', '0'],
  ['1e-05', '0'],
  ['2.5e+01', '25'],
  ['0', '0'],
])('%s of the database is answered as %s', (digits, answered) => {
  expect(digitsConverter('METRIC', '°C')(digits)).toBe(answered);
});

test('digits become what numbers become, in any units', () => {
  const numbers = fc.oneof(
    fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
    fc.integer({ min: -2000, max: 2000 }),
  );
  fc.assert(
    fc.property(
      numbers,
      units,
      fc.constantFrom('°C' as const, 'hPa' as const, 'm' as const, 'mm' as const),
      (value, system, unit) => {
        const digits = String(value);
        expect(digitsConverter(system, unit)(digits)).toBe(String(converter(system, unit)(value)));
      },
    ),
  );
});
