import { createHash, timingSafeEqual } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Context, Role } from './context.js';
import { apiError } from './errors.js';

export interface Keys {
  admin: string;
  /** When absent, reading needs no key. */
  read: readonly string[] | undefined;
}

/** Who is asking. */
export type Identity = Pick<Context, 'role' | 'key' | 'caller'>;

const BEARER = /^Bearer +(\S+)$/i;

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

/**
 * Tells who holds which key. Keys are kept and compared as hashes, all of them each time, so that neither memory nor
 * time gives one away.
 * @returns a function from an Authorization header
 */
export function createKeyring(keys: Keys): (authorization: string | undefined) => Identity {
  const known = [
    { role: 'ADMIN' as const, hash: digest(keys.admin) },
    ...(keys.read ?? []).map((key) => ({ role: 'READ' as const, hash: digest(key) })),
  ];
  const withoutKey: Role = keys.read ? 'NONE' : 'READ';
  return (authorization) => {
    if (authorization === undefined) return { role: withoutKey, key: 'ABSENT', caller: 'anybody' };
    const presented = digest(BEARER.exec(authorization)?.[1] ?? '');
    const matches = known.filter(({ hash }) => timingSafeEqual(hash, presented));
    const role = matches.some((match) => match.role === 'ADMIN') ? 'ADMIN' : matches[0]?.role;
    if (role === undefined) return { role: 'NONE', key: 'UNKNOWN', caller: 'unknown key' };
    return { role, key: 'KNOWN', caller: `${role.toLowerCase()} key ${presented.toString('hex', 0, 4)}` };
  };
}

/** @throws GraphQLError UNAUTHENTICATED or FORBIDDEN when the caller may not run operations of this type */
export function authorise(operation: OperationTypeNode, { role, key }: Pick<Context, 'role' | 'key'>): void {
  if (key === 'UNKNOWN') throw unauthenticated('The key in the Authorization header is not known here.');
  if (role === 'NONE') throw unauthenticated('Reading needs a key: send Authorization: Bearer <key>.');
  if (operation === OperationTypeNode.MUTATION && role !== 'ADMIN') {
    if (key === 'ABSENT') {
      throw unauthenticated(
        'Mutations need the administrator key: send Authorization: Bearer <administrator key>.',
      );
    }
    throw apiError('FORBIDDEN', 'This key may read only: mutations need the administrator key.');
  }
}

function unauthenticated(message: string) {
  const headers = new HeaderMap([['www-authenticate', 'Bearer']]);
  return apiError('UNAUTHENTICATED', message, { http: { status: 401, headers } });
}
