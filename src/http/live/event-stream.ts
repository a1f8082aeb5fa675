import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult, FormattedExecutionResult } from 'graphql';
import { print } from 'graphql-sse';
import type { Answer, Answers } from '../../graphql/live/answers.js';
import type { Api, Caller } from '../../graphql/server.js';
import { askedBy } from '../asked.js';
import { statusOf } from '../errors.js';
import type { LiveConnections } from './connections.js';
import { refuseConnection } from './refuse.js';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  // Proxies that collect answers before passing them on: not this one.
  'x-accel-buffering': 'no',
};

/**
 * A subscription as server-sent events: graphql-sse's protocol, one connection a subscription. Its own server half
 * piles up what a slow client has not taken; here each answer waits until the one before it is gone.
 */
export async function eventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  { api, caller, connections }: { api: Api; caller: Caller; connections: LiveConnections },
): Promise<FastifyReply> {
  const asked = askedBy(request);
  if (asked === null) return refuse(reply, 400, [badRequest('The variables or extensions are no JSON.')]);
  const { raw } = reply;
  let answers: Answers | undefined;
  // Without `complete`, so that the client comes again.
  const left = connections.open(request.ip, () => raw.end());
  if (typeof left === 'string') return refuseConnection(reply, left);
  raw.once('close', () => {
    left();
    void answers?.return();
  });
  try {
    const prepared = await api.live.prepare(asked, api.contextFor(caller), () => raw.destroy());
    const started = await api.live.start(prepared);
    if (!(Symbol.asyncIterator in started)) return await refuse(reply, 400, started.errors ?? []);
    answers = started;
  } catch (error) {
    return refuse(reply, statusOf(error), api.live.format(error));
  }
  reply.hijack();
  await send(raw, answers, connections.limits.ping).catch(() => raw.destroy());
  return reply;
}

async function send(raw: ServerResponse, answers: Answers, ping: number): Promise<void> {
  raw.writeHead(200, HEADERS);
  raw.write(':\n\n');
  const alive = setInterval(() => {
    // What waits already says that we are alive.
    if (!raw.writableNeedDrain && !raw.writableEnded) raw.write(':\n\n');
  }, ping);
  try {
    if (raw.destroyed) return;
    for await (const data of answers) await write(raw, frame(data));
    if (!raw.writableEnded) await write(raw, print({ event: 'complete', data: null }));
  } finally {
    clearInterval(alive);
    await answers.return();
    raw.end();
  }
}

/** The library's type of an answer has errors of graphql's own class; ours are made for sending already. */
function frame(data: Answer): string {
  return print({ event: 'next', data: data as FormattedExecutionResult as ExecutionResult });
}

/** Returns once the client's network has taken it, or the client is gone. */
async function write(raw: ServerResponse, text: string): Promise<void> {
  if (raw.writableEnded || raw.write(text) || raw.destroyed) return;
  const left = new AbortController();
  const settled = { signal: left.signal };
  await Promise.race([once(raw, 'drain', settled), once(raw, 'close', settled)]).catch(() => undefined);
  left.abort();
}

type Errors = NonNullable<Answer['errors']>;

const badRequest = (message: string): Errors[number] => ({ message, extensions: { code: 'BAD_REQUEST' } });

function refuse(reply: FastifyReply, status: number, errors: Errors): FastifyReply {
  return reply.code(status).send({ errors });
}
