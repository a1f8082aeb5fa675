import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { PermanenceOf } from '../answer-cache/permanence.js';
import type { Context } from '../context.js';

/** Observations come every ten minutes at most: half a minute of age goes unnoticed. Seconds. */
const MAX_AGE = 30;
/** What is long past changes only when something is loaded late. Seconds. */
const MAX_AGE_OF_PAST = 3600;

/**
 * Says how long an answer holds, and lets browsers and proxies keep what was asked for by GET; nothing that a key opened,
 * and no failure.
 */
export function cacheHeaders(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  const permanence = new PermanenceOf(schema);
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response, contextValue, errors, document, operation }) => {
          const { headers } = response.http;
          if (!errors && document && operation) {
            const variables = request.variables ?? {};
            contextValue.answer.permanence = permanence.of(document, operation, variables, contextValue.now);
          }
          const cacheable = request.http?.method === 'GET' && contextValue.answer.permanence !== undefined;
          const scope = contextValue.key === 'ABSENT' ? 'public' : 'private';
          const age = contextValue.answer.permanence === 'PAST' ? MAX_AGE_OF_PAST : MAX_AGE;
          headers.set('cache-control', cacheable ? `${scope}, max-age=${age}` : 'no-store');
          if (cacheable) headers.set('vary', 'accept, authorization');
          return Promise.resolve();
        },
      }),
  };
}
