import type { FastifyReply } from 'fastify';
import { refuse } from '../errors.js';
import type { Refused } from './connections.js';

const REFUSALS: Readonly<Record<Refused, { status: number; code: string; message: string }>> = {
  CLIENT_FULL: {
    status: 429,
    code: 'RATE_LIMITED',
    message: 'You hold as many live connections as one client may: close some of them first.',
  },
  FULL: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'There are as many live connections as this server holds: try again later.',
  },
  CLOSING: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'The server is stopping: try again in a moment.',
  },
};

/** Seconds after which another attempt makes sense. */
const RETRY_AFTER = 10;

/** Answers a client for whom there is no live connection. */
export function refuseConnection(reply: FastifyReply, refused: Refused): FastifyReply {
  const { status, code, message } = REFUSALS[refused];
  return refuse(reply.header('retry-after', RETRY_AFTER), status, message, code);
}
