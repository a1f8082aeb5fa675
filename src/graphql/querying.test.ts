import { readFile } from 'node:fs/promises';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { COST_LIMIT } from './limits/cost.js';
import { SHAPE_LIMITS } from './limits/shape.js';
import { PUBLIC_CODES } from './execution/mask.js';
import { SCHEMA_TEXT } from './schema/schema.js';

const guide = await readFile('docs/querying.md', 'utf8');
const schema = buildSchema(SCHEMA_TEXT);

test.each([...guide.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, query = '']) => query))(
  'the guide asks what the schema answers: %.60s',
  (query) => {
    expect(validate(schema, parse(query))).toEqual([]);
  },
);

test('the guide names every code that an error may have', () => {
  const missing = [...PUBLIC_CODES].filter((code) => !guide.includes(`\`${String(code)}\``));
  // Persisted queries are always supported here.
  expect(missing).toEqual(['PERSISTED_QUERY_NOT_SUPPORTED']);
});

test('the guide states the limits that hold', () => {
  expect(guide).toContain(`More than ${COST_LIMIT.toLocaleString('en')}`);
  expect(guide.replace(/\s+/g, ' ')).toContain(
    `${SHAPE_LIMITS.tokens.toLocaleString('en')} tokens, ${SHAPE_LIMITS.depth} levels, ${SHAPE_LIMITS.aliases} aliases, ` +
      `${SHAPE_LIMITS.directives} directives or ${SHAPE_LIMITS.fragments} fragments`,
  );
});
