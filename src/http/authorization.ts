import type { FastifyRequest } from 'fastify';
import type { Api } from '../graphql/server.js';

/**
 * The Authorization header; of several, all of them, which is no key: Node alone would take the first and drop the rest,
 * and a proxy before us may have checked another.
 */
export function authorizationOf({ raw }: FastifyRequest): string | undefined {
  return raw.headersDistinct.authorization?.join(', ');
}

/** Whether a request bears an administrator's key. Wrong ones count as ever, so that nothing is found out this way. */
export function isAdministrator(api: Api | undefined, request: FastifyRequest): boolean {
  const authorization = authorizationOf(request);
  if (!api || authorization === undefined) return false;
  const context = api.contextFor({ authorization, address: request.ip });
  try {
    api.attempts.admit(context, 1);
  } catch {
    return false;
  }
  return context.role === 'ADMIN';
}
