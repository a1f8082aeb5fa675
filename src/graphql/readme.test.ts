import { readFile } from 'node:fs/promises';
import { parse, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dataOf, testApi, type TestApi } from './testing/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.stop());

const README = await readFile('README.md', 'utf8');
const queries = [...README.matchAll(/<!-- query: (\w+) -->\s+```graphql\n([\s\S]*?)```/g)];
const answers = new Map(
  [...README.matchAll(/<!-- answer: (\w+) -->\s+```json\n([\s\S]*?)```/g)].map(([, name, json]) => [
    name,
    json,
  ]),
);

/** The names a query asks for. */
function asked(query: string): Set<string> {
  const names = new Set<string>();
  visit(parse(query), { Field: ({ name, alias }) => void names.add(alias?.value ?? name.value) });
  return names;
}

/** The names an answer has. */
function answered(value: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) value.forEach((item) => answered(item, names));
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) answered(inner, names.add(name));
  }
  return names;
}

describe('the README', () => {
  test('shows at least three questions, each with its answer', () => {
    expect(queries.length).toBeGreaterThanOrEqual(3);
    expect([...answers.keys()]).toEqual(queries.map(([, name]) => name));
  });

  test.each(queries.map(([, name = '', query = '']) => ({ name, query })))(
    'asks "$name" in a way that the API understands, and shows an answer to just that',
    async ({ name, query }) => {
      dataOf(await api.ask(query));
      const shown = JSON.parse(answers.get(name) ?? '{}') as { data: unknown };
      expect(answered(shown.data)).toEqual(asked(query));
    },
  );
});
