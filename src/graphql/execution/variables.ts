import type { GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { apiError } from '../errors.js';

/** Most problems with variables that one answer lists. */
const MOST_PROBLEMS = 5;

/** @throws GraphQLError BAD_USER_INPUT for variables that are not of their types */
export function coerce(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const options = { maxErrors: MOST_PROBLEMS };
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, options);
  if (coerced) return coerced;
  const [first] = errors;
  throw apiError('BAD_USER_INPUT', errors.map(({ message }) => message).join(' '), variableOf(first), {
    nodes: first?.nodes ?? [],
  });
}

/** The variable an error is about, as arguments are named in other errors. */
function variableOf(error: GraphQLError | undefined): Record<string, unknown> {
  const name = /^Variable "\$(\w+)"/.exec(error?.message ?? '')?.[1];
  return name === undefined ? {} : { argument: `$${name}` };
}
