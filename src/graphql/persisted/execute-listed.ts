import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';

/** Executes the operation that the list decided on, and no other text that the same request may be read to have. */
export const executeListed: ApolloServerPlugin<Context> = {
  requestDidStart: ({ request, contextValue: { listed } }) => {
    if (listed !== undefined) {
      request.query = listed;
      // An id of the list's own need not be the hash that Apollo would compare it with.
      request.extensions = { ...request.extensions, persistedQuery: undefined };
    }
    return Promise.resolve();
  },
};
