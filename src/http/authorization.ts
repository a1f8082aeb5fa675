import type { FastifyRequest } from 'fastify';

/**
 * The Authorization header; of several, all of them, which is no key: Node alone would take the first and drop the rest,
 * and a proxy before us may have checked another.
 */
export function authorizationOf({ raw }: FastifyRequest): string | undefined {
  return raw.headersDistinct.authorization?.join(', ');
}
