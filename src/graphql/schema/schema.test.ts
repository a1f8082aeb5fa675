import {
  buildClientSchema,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  lexicographicSortSchema,
  printSchema,
  type IntrospectionQuery,
} from 'graphql';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf, testApi, type TestApi } from '../testing/api.js';
import { SCHEMA_TEXT } from './schema.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.stop());

const written = buildSchema(SCHEMA_TEXT);

test('the server serves exactly schema.graphql', async () => {
  const introspection = dataOf(await api.ask(getIntrospectionQuery())) as unknown as IntrospectionQuery;
  const served = buildClientSchema(introspection);
  expect(printSchema(lexicographicSortSchema(served))).toBe(printSchema(lexicographicSortSchema(written)));
});

test('every type, field, argument and value says what it is', () => {
  const undescribed: string[] = [];
  const note = (name: string, { description }: { description?: string | null | undefined }) => {
    if (!description) undescribed.push(name);
  };
  for (const type of Object.values(written.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    note(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field);
      for (const argument of field.args) note(`${type.name}.${field.name}(${argument.name})`, argument);
    }
  }
  expect(undescribed).toEqual([]);
});
