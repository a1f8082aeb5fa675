import type { FastifyReply, FastifyRequest } from 'fastify';
import { askedBy } from './asked.js';
import { refuse } from './errors.js';

/** Levels of a request's JSON at most; arguments have a handful. Functions that call themselves end at some thousands. */
const DEEPEST = 64;
/** Of automatic persisted queries there is no other. */
const VERSION = 1;

/** Refuses what is JSON, but would look like a failure of ours further on. */
export async function refuseMalformed(
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const message = problemWith(request);
  if (message === undefined) return undefined;
  return refuse(reply, 400, message);
}

function problemWith(request: FastifyRequest): string | undefined {
  const asked = askedBy(request);
  // Said elsewhere: a part of the URL is no JSON.
  if (asked === null) return undefined;
  if (isDeep(asked, DEEPEST)) return `The request nests its JSON more than ${DEEPEST} levels deep.`;
  const { persistedQuery } = (asked.extensions ?? {}) as { persistedQuery?: { version?: unknown } | null };
  if (!persistedQuery || persistedQuery.version === VERSION) return undefined;
  return `Persisted queries are of version ${VERSION}: extensions.persistedQuery.version must be ${VERSION}.`;
}

function isDeep(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((one) => isDeep(one, levels - 1));
}
