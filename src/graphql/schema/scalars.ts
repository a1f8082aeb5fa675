import { GraphQLError, Kind, type GraphQLScalarType, type ValueNode } from 'graphql';
import { isoInstant } from '../arguments/instants.js';

type ScalarFunctions = Pick<GraphQLScalarType, 'serialize' | 'parseValue' | 'parseLiteral'>;

/**
 * Text on input. Only its being text is checked here; what it says is checked with the argument it belongs to,
 * where the error can name argument and limit.
 */
function textScalar(name: string, serialize: (value: unknown) => unknown): ScalarFunctions {
  const refuse = (value: string): never => {
    throw new GraphQLError(`${name} must be a string; it is ${value}.`);
  };
  return {
    serialize,
    parseValue: (value) => (typeof value === 'string' ? value : refuse(JSON.stringify(value))),
    parseLiteral: (node: ValueNode) => (node.kind === Kind.STRING ? node.value : refuse(node.kind)),
  };
}

/** An instant leaves the API as text; inside it is seconds since 1970. */
function serializeInstant(value: unknown): string {
  if (typeof value !== 'number') throw new TypeError('An instant is not in seconds since 1970');
  return isoInstant(value);
}

const same = (value: unknown): unknown => value;

export const SCALARS: Readonly<Record<string, ScalarFunctions>> = {
  DateTime: textScalar('DateTime', serializeInstant),
  Date: textScalar('Date', same),
  Duration: textScalar('Duration', same),
};
