import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { breakingChanges } from './schema-changes.js';

const released = await readFile('src/graphql/schema/released.graphql', 'utf8');
const present = await readFile('schema.graphql', 'utf8');

/** The present schema with one thing changed, which must be there. */
function changed(from: string, to: string): string {
  expect(present).toContain(from);
  return present.replace(from, to);
}

test('the schema has all that was released', async () => {
  expect(await breakingChanges(released, present)).toEqual([]);
});

test.each([
  [
    'a field removed',
    'licence: String\n',
    'terms: String\n',
    "Field 'licence' was removed from object type 'SourceInfo'",
  ],
  [
    'a field that may be null now',
    'timeZone: String!',
    'timeZone: String',
    "Field 'City.timeZone' changed type",
  ],
  [
    'an argument required',
    'city("GeoNames id',
    'city(day: Date! "GeoNames id',
    "Argument 'day: Date!' added to field 'Query.city'",
  ],
  [
    'an enum value removed',
    '  LINEAR\n',
    '  CUBIC\n',
    "Enum value 'LINEAR' was removed from enum 'FillMethod'",
  ],
  [
    'an input field required',
    'minPopulation: Int\n',
    'minPopulation: Int!\n',
    "Input field 'CityFilter.minPopulation' changed type",
  ],
])('%s is named', async (_, from, to, sentence) => {
  const text = present.replace(from, to);
  expect(text).not.toBe(present);
  expect(await breakingChanges(released, text)).toEqual([expect.stringContaining(sentence)]);
});

test('additions and other words are no breaking change', async () => {
  const text = changed('type Coordinates {', 'type Coordinates {\n  "A geohash."\n  geohash: String')
    .replace('enum FillMethod {', 'enum FillMethod {\n  "At random."\n  RANDOM')
    .replace('"GeoNames id."', '"The id GeoNames gave it."');
  expect(await breakingChanges(released, text)).toEqual([]);
});
