import type { FastifyRequest } from 'fastify';
import type { LiveRequest } from '../graphql/live/operations.js';

/** What a GraphQL request says, whichever way it came. @returns null when a part of its URL is no JSON */
export function askedBy({ method, body, query }: FastifyRequest): LiveRequest | null {
  if (method === 'POST') return typeof body === 'object' && body !== null ? body : {};
  const { variables, extensions, ...rest } = query as Record<string, unknown>;
  try {
    return { ...rest, ...parsed({ variables, extensions }) };
  } catch {
    return null;
  }
}

function parsed(parts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, text]) =>
      typeof text === 'string' ? [[name, JSON.parse(text) as unknown]] : [],
    ),
  );
}
