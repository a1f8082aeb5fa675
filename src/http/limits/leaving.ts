import { setMaxListeners } from 'node:events';
import type { FastifyReply } from 'fastify';
import { apiError } from '../../graphql/errors.js';

/** @returns a signal that is aborted when the client leaves before it has its answer */
export function leaving({ raw }: FastifyReply): AbortSignal {
  const left = new AbortController();
  // Each statement of a request listens.
  setMaxListeners(0, left.signal);
  raw.once('close', () => {
    if (!raw.writableFinished)
      left.abort(apiError('SERVICE_UNAVAILABLE', 'The client left before its answer.'));
  });
  return left.signal;
}
