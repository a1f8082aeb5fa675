import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { Attempts } from '../attempts.js';
import { authorise } from '../auth.js';
import type { Context, Surroundings } from '../context.js';
import { apiError } from '../errors.js';
import { AdministratorsFields } from '../limits/administrators.js';
import { countTopFields } from '../limits/count.js';
import { CostReckoner, refuseExpensive, type Cost } from '../limits/cost.js';
import { coerce } from './variables.js';

const LIVE =
  'Subscriptions are answered by WebSocket at /graphql and by server-sent events at /graphql/stream, not here.';

/** A replica may not have yet what a mutation wrote, and answers. */
function readWhereWritten(context: Context): void {
  context.read = context.write;
  context.gather = undefined;
}

/**
 * Stands before every execution: who asks, whether the arguments fit, what it would cost. Nothing has touched the
 * database when it refuses. Every answer says what the query was reckoned to cost.
 */
export function guard(
  schema: GraphQLSchema,
  surroundings: Surroundings,
  attempts: Attempts,
): ApolloServerPlugin<Context> {
  const reckoner = new CostReckoner(schema, surroundings);
  const administrators = new AdministratorsFields(schema);
  return {
    requestDidStart: () => {
      let cost: Cost | undefined;
      return Promise.resolve({
        didResolveOperation: async ({ document, operation, request, contextValue }) => {
          // Which operation is meant is not clear: executing it says so.
          if (!operation) return;
          if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw apiError('BAD_REQUEST', LIVE);
          attempts.admit(contextValue, countTopFields(document, operation));
          authorise(operation.operation, contextValue, administrators.in(document));
          if (operation.operation === OperationTypeNode.MUTATION) readWhereWritten(contextValue);
          // The compiled query's own coercion fills no defaults of input objects and makes no list of a single value.
          request.variables = coerce(schema, operation, request.variables ?? {});
          cost = reckoner.reckon(document, operation, request.variables);
          refuseExpensive(cost);
          await contextValue.spend?.(cost.requested);
        },
        willSendResponse: ({ response: { body } }) => {
          if (cost && body.kind === 'single') body.singleResult.extensions = { cost };
          return Promise.resolve();
        },
      });
    },
  };
}
