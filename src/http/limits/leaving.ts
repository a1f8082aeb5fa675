import type { FastifyReply } from 'fastify';
import { Reader } from '../../database/reader.js';
import { apiError } from '../../graphql/errors.js';

/** @returns who waits for an answer; he leaves when his connection closes before he has it */
export function readerOf({ raw }: FastifyReply): Reader {
  const reader = new Reader();
  raw.once('close', () => {
    if (!raw.writableFinished)
      reader.leave(apiError('SERVICE_UNAVAILABLE', 'The client left before its answer.'));
  });
  return reader;
}
