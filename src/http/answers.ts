import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Answer, AnswerCache } from '../graphql/answer-cache/answers.js';
import type { Context } from '../graphql/context.js';
import { assemble } from '../graphql/written/written.js';
import type { HttpMonitor } from './observe.js';

/** Headers that are the answer's own; others are the request's. */
const KEPT = ['content-type', 'cache-control', 'vary'] as const;
/** Request headers that decide what is answered, or whether anything is. */
const DECIDING = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'] as const;

export interface AnswersOptions {
  /** Absent where nothing is kept. */
  cache: AnswerCache | undefined;
  /** Who counts and times operations. */
  monitor?: Pick<HttpMonitor, 'operation'> | undefined;
  contextFor: (request: FastifyRequest, reply: FastifyReply) => Context;
  /** Makes a handler that computes answers, given how to make its context. */
  compute: (context: (request: FastifyRequest) => Promise<Context>) => RouteHandlerMethod;
}

/** Where a request keeps its context between us and Apollo; a WeakMap would burden every collection of garbage. */
const CONTEXT = Symbol('context');
type InContext = FastifyRequest & { [CONTEXT]?: Context | null };

/**
 * Answers GraphQL requests, from the cache where it holds the very same request of the same role. GETs get an ETag, and 304
 * when the client has it.
 */
export function answers(app: FastifyInstance, { cache, contextFor, compute, monitor }: AnswersOptions) {
  app.decorateRequest(CONTEXT, null);
  const handler = compute((request) => {
    const context = (request as InContext)[CONTEXT];
    return context ? Promise.resolve(context) : Promise.reject(new Error('A request has no context'));
  });
  return async function answer(
    this: ThisParameterType<RouteHandlerMethod>,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<unknown> {
    const context = contextFor(request, reply);
    (request as InContext)[CONTEXT] = context;
    // Without a role there is nothing to read; somebody else says so.
    const isAsked = cache !== undefined && context.role !== 'NONE' && context.pastCache !== true;
    const { found, keep } = isAsked ? await cache.look(keyOf(request, context)) : {};
    const tell = (name: string | undefined, known: 'hit' | 'miss' | 'off', outcome: Outcome): void =>
      monitor?.operation({ name, cache: known, outcome, milliseconds: reply.elapsedTime });
    if (found) tell(found.operation, 'hit', 'ok');
    if (found) return send(request, reply.headers(found.headers), found.body);
    const text: unknown = await handler.call(this, request, reply);
    tell(context.answer.operation, isAsked ? 'miss' : 'off', outcomeOf(reply, context));
    if (typeof text !== 'string') return text;
    const body = assemble(text, context.written);
    const { permanence } = context.answer;
    if (reply.statusCode !== 200 || permanence === undefined) return reply.send(body);
    if (permanence !== 'NEVER')
      keep?.({ body, headers: keptHeaders(reply), operation: context.answer.operation });
    return send(request, reply, body);
  };
}

type Outcome = 'ok' | 'errors' | 'refused';

function outcomeOf({ statusCode }: FastifyReply, { answer }: Context): Outcome {
  if (statusCode !== 200 || answer.operation === undefined) return 'refused';
  return answer.errors ? 'errors' : 'ok';
}

/** What an answer depends on besides the data. The same question in other words is another one. */
function keyOf(request: FastifyRequest, { role, key }: Context): string {
  const { method, url, headers, body } = request;
  const deciding = DECIDING.map((name) => headers[name]);
  return JSON.stringify([role, key, method, method === 'GET' ? url : body, ...deciding]);
}

function keptHeaders(reply: FastifyReply): Answer['headers'] {
  return Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = reply.getHeader(name);
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
}

function send(request: FastifyRequest, reply: FastifyReply, body: Buffer): FastifyReply {
  if (request.method !== 'GET') return reply.send(body);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
  void reply.header('etag', tag);
  const known = request.headers['if-none-match']?.split(/\s*,\s*/) ?? [];
  const matches = known.some((one) => one === '*' || one.replace(/^W\//, '') === tag);
  return matches ? reply.code(304).send() : reply.send(body);
}
