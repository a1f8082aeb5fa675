import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeCursor } from './arguments/cursor.js';
import { SCHEMA_TEXT } from './schema/schema.js';
import { ADMIN_KEY, dataOf, errorOf, testApi, type TestApi } from './testing/api.js';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.stop());

/** A value within the arguments of a field, as it stands in a query. */
type Literal = string | number | boolean | Word | Literal[] | Fields;
interface Fields {
  [name: string]: Literal;
}
/** An enum's value. */
class Word {
  constructor(readonly text: string) {}
}

function written(value: Literal): string {
  if (value instanceof Word) return value.text;
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{ ${fieldsOf(value)} }`;
}
const fieldsOf = (value: Fields): string =>
  Object.entries(value)
    .map(([name, one]) => `${name}: ${written(one)}`)
    .join(', ');

/** Around a field of each type that has arguments worth a look. */
const AROUND: Readonly<Record<string, (field: string) => string>> = {
  Query: (field) => `{ ${field} }`,
  Mutation: (field) => `mutation { ${field} }`,
  City: (field) => `{ city(id: "1") { ${field} } }`,
  Run: (field) => `{ run(id: "1") { ${field} } }`,
  HourlySummary: (field) => `{ city(id: "1") { hourlySummaries { nodes { ${field} } } } }`,
  DailySummary: (field) => `{ city(id: "1") { dailySummaries { nodes { ${field} } } } }`,
};

/** What must be given though the schema cannot say so. */
const ALSO: Readonly<Record<string, Fields>> = {
  'City.streaks': { kind: new Word('FROST') },
};

const FITTING: Readonly<Record<string, Literal>> = {
  ...{ ID: '1', String: 'a name', Int: 24, Float: 1, Boolean: true, Date: '2026-05-01', Duration: 'P1D' },
  DateTime: '2026-05-01T00:00:00Z',
  TimeRange: { from: '2026-05-01T00:00:00Z', to: '2026-05-02T00:00:00Z' },
  DateRange: { from: '2026-05-01', to: '2026-05-02' },
};

function fitting(type: GraphQLInputType): Literal {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [fitting(nullable.ofType)];
  const named = getNamedType(type);
  if (isEnumType(named)) return new Word(named.getValues()[0]?.name ?? '');
  return FITTING[named.name] ?? (isInputObjectType(named) ? required(Object.values(named.getFields())) : '');
}

/** What must be given, and nothing else. */
function required(parts: readonly (GraphQLArgument | GraphQLInputField)[]): Fields {
  const needed = parts.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  return Object.fromEntries(needed.map(({ name, type }) => [name, fitting(type)]));
}

/** What does not fit, by type; with where in it the fault lies, and what is said of the value. */
interface Fault {
  what: string;
  value: Literal;
  at?: string;
  says?: unknown;
}
const fault = (what: string, value: Literal): Fault => ({ what, value });
const FAULTS: Readonly<Record<string, readonly Fault[]>> = {
  ID: [fault('an id that is no number', 'New York'), fault('an id that is a fraction', '1.5')],
  Duration: [fault('a duration in months', 'P1M'), fault('a duration in years', 'P1Y')],
  DateTime: [
    fault('the year 1', '0001-01-01T00:00:00Z'),
    fault('the year 9999', '9999-12-31T23:59:59Z'),
    fault('an impossible date', '2026-02-30T00:00:00Z'),
    fault('an unknown zone', '2026-05-01T00:00:00 Mars/Olympus'),
    fault('an offset of no zone', '2026-05-01T00:00:00+25:00'),
    fault('no zone', '2026-05-01T00:00:00'),
  ],
  Date: [
    fault('the year 1', '0001-01-01'),
    fault('the year 9999', '9999-12-31'),
    fault('an impossible date', '2026-02-30'),
  ],
  TimeRange: [
    {
      ...fault('a range backwards', { from: '2026-05-02T00:00:00Z', to: '2026-05-01T00:00:00Z' }),
      ...{ at: '.to', says: '2026-05-01T00:00:00Z' },
    },
  ],
  DateRange: [
    {
      ...fault('a range backwards', { from: '2026-05-02', to: '2026-05-01' }),
      ...{ at: '.to', says: '2026-05-01' },
    },
  ],
};
const PAGES = [fault('a page of none', 0), fault('a page of -1', -1), fault('a page of 10^9', 1_000_000_000)];
const CURSORS = [
  fault('a cursor of another list', encodeCursor('another list', [1, 2])),
  fault('no cursor', 'nonsense'),
];

function faultsOf(name: string, type: GraphQLInputType): readonly Fault[] {
  const { name: typeName } = getNamedType(type);
  if (isListType(getNullableType(type)))
    return (FAULTS[typeName] ?? []).map((one) => ({
      ...one,
      value: ['1', one.value],
      at: '.1',
      says: one.value,
    }));
  if (typeName === 'Int' && (name === 'first' || name === 'last')) return PAGES;
  if (typeName === 'String' && (name === 'after' || name === 'before')) return CURSORS;
  return FAULTS[typeName] ?? [];
}

interface Case {
  field: string;
  what: string;
  argument: string;
  query: string;
  says: unknown;
}

/** Every way to get an argument, or a part of one, wrong; with what else must be given. */
function* mistakes(
  parts: readonly (GraphQLArgument | GraphQLInputField)[],
): Generator<{ what: string; argument: string; given: Fields; says: unknown }> {
  for (const { name, type } of parts) {
    const others = required(parts.filter((part) => part.name !== name));
    for (const { what, value, at = '', says = value } of faultsOf(name, type))
      yield { what, argument: `${name}${at}`, given: { ...others, [name]: value }, says };
    const named = getNamedType(type);
    if (!isInputObjectType(named) || isListType(getNullableType(type))) continue;
    for (const inner of mistakes(Object.values(named.getFields())))
      yield {
        ...inner,
        argument: `${name}.${inner.argument}`,
        given: { ...others, [name]: inner.given },
      };
  }
}

function* cases(): Generator<Case> {
  for (const type of Object.values(buildSchema(SCHEMA_TEXT).getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__') || type.name === 'Subscription') continue;
    for (const field of Object.values(type.getFields())) {
      for (const { what, argument, given, says } of mistakes(field.args)) {
        const also = ALSO[`${type.name}.${field.name}`] ?? {};
        const selection = isScalarType(getNamedType(field.type)) ? '' : ' { __typename }';
        const around = AROUND[type.name];
        if (!around) throw new Error(`How is ${type.name}.${field.name} reached?`);
        const query = around(`${field.name}(${fieldsOf({ ...also, ...given })})${selection}`);
        yield { field: `${type.name}.${field.name}`, what, argument, query, says };
      }
    }
  }
}

const ALL = [...cases()];
/** A mutation says of a range backwards what a form can show beside its field. */
const mendable = ({ field, what }: Case): boolean =>
  field.startsWith('Mutation.') && what === 'a range backwards';

test.each(ALL.filter((one) => !mendable(one)))(
  '$field: $what as $argument is named with its value and its limit, and no SQL is run',
  async ({ field, argument, query, says }) => {
    const before = api.statements.length;
    const answer = await api.askAs(`Bearer ${ADMIN_KEY}`, query);
    expect(errorOf(answer)).toMatchObject({
      ...{ code: 'BAD_USER_INPUT', argument, value: says },
      limit: expect.stringMatching(/\w/) as string,
    });
    expect(answer.errors?.[0]?.path?.at(-1)).toBe(field.split('.')[1]);
    expect(api.statements).toHaveLength(before);
  },
);

test.each(ALL.filter(mendable))(
  '$field: $what is an error for the user, and nothing is written',
  async ({ field, query }) => {
    const before = api.statements.length;
    const errors = query.replace('__typename', 'userErrors { code field }');
    const { [field.split('.')[1] ?? '']: payload } = dataOf(await api.askAs(`Bearer ${ADMIN_KEY}`, errors));
    // Next to whatever else is wrong, so that all of it can be mended at once.
    const backwards = { code: 'RANGE_BACKWARDS', field: ['input', 'range', 'to'] };
    expect(payload).toEqual({ userErrors: expect.arrayContaining([backwards]) as unknown[] });
    expect(api.statements.slice(before).filter((sql) => /INSERT|UPDATE|DELETE/.test(sql))).toEqual([]);
  },
);

test('every list with pages, every range, duration, day, instant and id of the schema is among these', () => {
  const tried = (what: string) =>
    new Set(ALL.filter((one) => one.what === what).map(({ field }) => field)).size;
  expect(ALL.length).toBeGreaterThan(400);
  for (const [what, fields] of [
    ['a page of none', 15],
    ['a cursor of another list', 15],
    ['a range backwards', 15],
    ['a duration in months', 5],
    ['an unknown zone', 8],
    ['an impossible date', 15],
    ['an id that is no number', 15],
  ] as const)
    expect(tried(what), what).toBeGreaterThanOrEqual(fields);
});
