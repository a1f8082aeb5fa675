import { extendSchema, isObjectType, parse, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { isoInstant } from '../arguments/instants.js';
import type { Context } from '../context.js';
import type { WrittenPage } from '../lists/connection.js';
import { DAILY_SUMMARIES } from '../lists/daily-summaries.js';
import type { FieldSet } from '../lists/fields.js';
import { HOURLY_SUMMARIES } from '../lists/hourly-summaries.js';
import { MOVING_AVERAGES } from '../lists/moving-averages.js';
import { OBSERVATIONS } from '../lists/observations.js';
import type { SeriesValues } from '../series/columns.js';
import type { SeriesNode } from '../series/series.js';
import { WRITTEN_FIELD } from './layout.js';
import { Written } from './written.js';

/** Items that can be written, with the fields their lists have; lists computed on request have the same. */
export const WRITTEN_ITEMS: Readonly<Record<string, FieldSet>> = {
  Observation: OBSERVATIONS.fields,
  HourlySummary: HOURLY_SUMMARIES.fields,
  DailySummary: DAILY_SUMMARIES.fields,
  MovingAverage: MOVING_AVERAGES.fields,
};

type Write<Source> = (source: Source) => { length: number; write: (index: number) => string };

const writeItems: Write<WrittenPage> = ({ rows, writer }) => ({
  length: rows.length,
  write: (i) => writer.write(rows[i] ?? 0),
});
const writeTimes: Write<SeriesNode> = ({ time }) => ({
  length: time.length,
  write: (i) => `"${isoInstant(time[i] ?? 0)}"`,
});
const writeValues: Write<SeriesValues> = (column) => ({
  length: column.length,
  write: (i) => column.digits(i),
});

/** A resolver that puts a list among those of its answer. */
function resolverOf<Source>(describe: Write<Source>): GraphQLFieldResolver<Source, Context> {
  return (source, _args, { written }) => {
    const { length, write } = describe(source);
    const list = new Written(written.length, length, write);
    written.push(list);
    return list;
  };
}

/** Arrays of plain values, which are always written: type and field. */
export const WRITTEN_ARRAYS: ReadonlySet<string> = new Set(['Series time', 'SeriesColumn values']);

/** Who writes the list of a type that has one. */
const RESOLVERS: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(
    Object.keys(WRITTEN_ITEMS).map((item) => [`${item}Connection`, resolverOf(writeItems)]),
  ),
  Series: resolverOf(writeTimes),
  SeriesColumn: resolverOf(writeValues),
};

const SCALAR = '_Written';

/** The schema for execution alone, which has lists as text, too. Clients never see it. */
export function schemaForWriting(schema: GraphQLSchema): GraphQLSchema {
  const extensions = Object.keys(RESOLVERS).map(
    (type) => `extend type ${type} { ${WRITTEN_FIELD}: ${SCALAR}! }`,
  );
  const text = `scalar ${SCALAR}\n${extensions.join('\n')}`;
  const extended = extendSchema(schema, parse(text), { assumeValid: true });
  for (const [name, resolve] of Object.entries(RESOLVERS)) {
    const type = extended.getType(name);
    const field = isObjectType(type) ? type.getFields()[WRITTEN_FIELD] : undefined;
    if (field) field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  }
  return extended;
}
