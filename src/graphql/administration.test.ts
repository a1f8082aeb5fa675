import { readFile } from 'node:fs/promises';
import { parse, visit } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN_KEY, dataOf, testApi, type TestApi } from './testing/api.js';
import { addPlaces } from './testing/fixtures.js';

let api: TestApi;
beforeAll(async () => {
  api = await testApi();
  await addPlaces(api, 'newYork', 'chicago');
});
afterAll(() => api.stop());

const guide = await readFile('docs/querying.md', 'utf8');
const [, section = ''] = /\n## Administration\n([^]*?)\n## /.exec(guide) ?? [];
/** Queries, and the answer that is shown below some. */
const queries = [...section.matchAll(/```graphql\n([^]*?)```(?:\s+```json\n([^]*?)```)?/g)].map(
  ([, query = '', answer]) => ({ query, answer }),
);

const ask = async (query: string) => dataOf(await api.askAs(`Bearer ${ADMIN_KEY}`, query));

function namesAsked(query: string): Set<string> {
  const names = new Set<string>();
  visit(parse(query), { Field: ({ name }) => void names.add(name.value) });
  return names;
}

function namesAnswered(value: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) value.forEach((item) => namesAnswered(item, names));
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) namesAnswered(inner, names.add(name));
  }
  return names;
}

describe('the guide for administrators', () => {
  test('shows reading and writing', () => {
    expect(queries.map(({ answer }) => answer !== undefined)).toEqual([true, true, false, false, false]);
  });

  test.each(queries)('asks what works: $query', async ({ query, answer }) => {
    const data = await ask(query);
    expect(JSON.stringify(data)).not.toMatch(/"message"/);
    if (answer === undefined) return;
    const shown = (JSON.parse(answer) as { data: unknown }).data;
    // Messages are asked for, and there are none.
    const asked = namesAsked(query);
    for (const name of ['code', 'message', 'field']) asked.delete(name);
    expect(namesAnswered(shown)).toEqual(asked);
    expect(namesAnswered(data)).toEqual(asked);
  });

  test('states figures that are so', async () => {
    const plan = `mutation { planBackfill(input: { cityIds: ["5128581"], range: { from: "2025-01-01", to: "2025-12-31" } }) { calls weight } }`;
    expect(await ask(plan)).toEqual({
      planBackfill: { calls: 12, weight: expect.closeTo(36.5, 6) as number },
    });
    expect(section).toContain('"calls": 12, "weight": 36.5');
  });

  test('names every code that a user error may have', async () => {
    const type = dataOf(await api.ask('{ __type(name: "UserError") { fields { name description } } }'));
    const { fields } = type.__type as { fields: { name: string; description: string }[] };
    const codes = fields.find(({ name }) => name === 'code')?.description.match(/[A-Z]+(_[A-Z]+)+/g) ?? [];
    expect(codes.length).toBeGreaterThan(8);
    for (const code of codes) expect(section).toContain(`\`${code}\``);
  });
});
