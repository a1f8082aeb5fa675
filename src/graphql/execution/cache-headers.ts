import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../context.js';

/** Observations come every ten minutes at most: half a minute of age goes unnoticed. */
const MAX_AGE = 30;

/** Lets browsers and proxies keep what was asked for by GET; nothing that a key opened, and no failure. */
export const cacheHeaders: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response, contextValue, errors }) => {
        const { headers } = response.http;
        const cacheable = request.http?.method === 'GET' && !errors;
        const scope = contextValue.key === 'ABSENT' ? 'public' : 'private';
        headers.set('cache-control', cacheable ? `${scope}, max-age=${MAX_AGE}` : 'no-store');
        if (cacheable) headers.set('vary', 'accept, authorization');
        return Promise.resolve();
      },
    }),
};
