import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isObjectType,
  isScalarType,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import type { Context } from '../context.js';
import { resolvers } from '../resolvers/index.js';
import { SCALARS } from './scalars.js';

/** The contract, as it is served at /schema.graphql. */
export const SCHEMA_TEXT = readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8');

type Resolver = GraphQLFieldResolver<unknown, Context>;
/** Fields of Subscription have a source of events instead; each event holds the field's value. */
type TypeResolvers = Readonly<Record<string, Resolver | { subscribe: Resolver }>>;

/** The contract with its resolvers. */
export function executableSchema(): GraphQLSchema {
  const schema = buildSchema(SCHEMA_TEXT);
  for (const [name, functions] of Object.entries(SCALARS)) {
    const type = schema.getType(name);
    if (isScalarType(type)) Object.assign(type, functions);
  }
  // Generated types hold each resolver to its field; here they are all alike.
  for (const [name, fields] of Object.entries(resolvers as unknown as Record<string, TypeResolvers>)) {
    bind(schema, name, fields);
  }
  return schema;
}

function bind(schema: GraphQLSchema, typeName: string, typeResolvers: TypeResolvers): void {
  const type = schema.getType(typeName);
  const fields = isObjectType(type) ? type.getFields() : {};
  for (const [name, resolve] of Object.entries(typeResolvers)) {
    const field = fields[name];
    if (!field) throw new Error(`A resolver is for ${typeName}.${name}, which schema.graphql does not have`);
    if (typeof resolve === 'function') field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
    else field.subscribe = resolve.subscribe as GraphQLFieldResolver<unknown, unknown>;
  }
}
