import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { GraphQLError } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { authorise } from '../auth.js';
import type { Context, Surroundings } from '../context.js';
import { apiError } from '../errors.js';
import { CostReckoner, refuseExpensive, type Cost } from '../limits/cost.js';

/** Most problems with variables that one answer lists. */
const MOST_PROBLEMS = 5;

/**
 * Stands before every execution: who asks, whether the arguments fit, what it would cost. Nothing has touched the
 * database when it refuses. Every answer says what the query was reckoned to cost.
 */
export function guard(schema: GraphQLSchema, surroundings: Surroundings): ApolloServerPlugin<Context> {
  const reckoner = new CostReckoner(schema, surroundings);
  return {
    requestDidStart: () => {
      let cost: Cost | undefined;
      return Promise.resolve({
        didResolveOperation: async ({ document, operation, request, contextValue }) => {
          // Which operation is meant is not clear: executing it says so.
          if (!operation) return;
          authorise(operation.operation, contextValue);
          // The compiled query's own coercion fills no defaults of input objects and makes no list of a single value.
          request.variables = coerce(schema, operation, request.variables ?? {});
          cost = reckoner.reckon(document, operation, request.variables);
          refuseExpensive(cost);
          await Promise.resolve();
        },
        willSendResponse: ({ response: { body } }) => {
          if (cost && body.kind === 'single') body.singleResult.extensions = { cost };
          return Promise.resolve();
        },
      });
    },
  };
}

/** @throws GraphQLError BAD_USER_INPUT for variables that are not of their types */
function coerce(
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
