import { createClient } from 'graphql-sse';
import { currentKey } from '../state/key.js';

/** Subscriptions over server-sent events: each is a request of its own, of which a browser opens few at a time. */
export const stream = createClient({
  url: '/graphql/stream',
  headers: (): Record<string, string> => {
    const key = currentKey();
    return key ? { authorization: `Bearer ${key}` } : {};
  },
  retryAttempts: 3,
});
