import { readFile } from 'node:fs/promises';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { PARAMETERS } from '../domain/parameters.js';
import * as generated from '../generated/graphql.js';
import { numberIn, withField } from './with-field.js';

const schema = buildSchema(await readFile('schema.graphql', 'utf8'));
const {
  AveragesDocument,
  DaysDocument,
  ForecastsDocument,
  HoursDocument,
  ObservationsDocument,
  TypedDocumentString,
} = generated;
// A fragment alone asks nothing.
const documents = Object.entries(generated).filter(
  ([name, value]) => value instanceof TypedDocumentString && name.endsWith('Document'),
);

test.each(documents)('%s asks what the schema answers', (_, document) => {
  expect(validate(schema, parse(String(document)))).toEqual([]);
});

describe('a query of another parameter', () => {
  test.each(PARAMETERS)(
    '$parameter asks for its own fields, and they exist',
    ({ statistic, average, observation, drawn }) => {
      const asked = [
        withField(ObservationsDocument, observation),
        ...(statistic ? [withField(DaysDocument, statistic), withField(HoursDocument, statistic)] : []),
        ...(average ? [withField(AveragesDocument, average)] : []),
        ...(drawn === 'line' ? [withField(ForecastsDocument, observation)] : []),
      ].map(String);
      for (const text of asked) expect(validate(schema, parse(text))).toEqual([]);
      expect(asked[0]).toContain(`value: ${observation}`);
    },
  );
});

test('a number is found in its group', () => {
  expect([numberIn(3), numberIn({ speed: 4 }), numberIn({ speed: null }), numberIn(null)]).toEqual([
    3,
    4,
    null,
    null,
  ]);
});
