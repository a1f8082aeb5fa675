import { timingSafeEqual } from 'node:crypto';
import { HeaderMap } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { hashOfKey, type KeyRole } from '../database/keys/keys.js';
import type { Context, Role } from './context.js';
import { apiError } from './errors.js';
import type { StoredKeys } from './stored-keys.js';

export interface Keys {
  /** ADMIN_KEY, or the generated one. */
  admin: string;
  /** READ_KEYS. */
  read: readonly string[] | undefined;
  /** Whether reading needs a key; when absent, if there are READ_KEYS. */
  readingNeedsKey?: boolean;
  /** Those of the table api_keys; none when absent. */
  stored?: Pick<StoredKeys, 'keys' | 'used'> | undefined;
}

/** Who is asking. */
export type Identity = Pick<Context, 'role' | 'key' | 'keyName' | 'caller'>;

interface KnownKey {
  name: string;
  role: KeyRole;
  hash: Buffer;
  /** Of a stored key. */
  id?: number;
  expiresAt?: Date | null;
}

const BEARER = /^Bearer +(\S+)$/i;

/**
 * Tells who holds which key. Keys are kept and compared as hashes, all of them each time, so that neither memory nor
 * time gives one away.
 * @returns a function from an Authorization header
 */
export function createKeyring(
  keys: Keys,
  now: () => number = Date.now,
): (authorization: string | undefined) => Identity {
  const configured: KnownKey[] = [
    { name: 'ADMIN_KEY', role: 'ADMIN', hash: hashOfKey(keys.admin) },
    ...(keys.read ?? []).map((key, index) => {
      return { name: `READ_KEYS ${index + 1}`, role: 'READ' as const, hash: hashOfKey(key) };
    }),
  ];
  const withoutKey: Role = (keys.readingNeedsKey ?? keys.read !== undefined) ? 'NONE' : 'READ';
  return (authorization) => {
    if (authorization === undefined) {
      return { role: withoutKey, key: 'ABSENT', keyName: null, caller: 'anybody' };
    }
    const presented = hashOfKey(BEARER.exec(authorization)?.[1] ?? '');
    const matches = [...configured, ...(keys.stored?.keys ?? [])].filter(({ hash }) =>
      timingSafeEqual(hash, presented),
    );
    const valid = matches.filter(({ expiresAt }) => !expiresAt || expiresAt.getTime() > now());
    // The same key may stand in two settings: the one that allows more counts.
    const match = valid.find(({ role }) => role === 'ADMIN') ?? valid[0];
    if (!match) return { role: 'NONE', key: 'UNKNOWN', keyName: null, caller: 'unknown key' };
    if (match.id !== undefined) keys.stored?.used(match.id);
    return { role: match.role, key: 'KNOWN', keyName: match.name, caller: match.name };
  };
}

/**
 * @param administrators the field of the query that is only for them, if there is one
 * @throws GraphQLError UNAUTHENTICATED or FORBIDDEN when the caller may not run this
 */
export function authorise(
  operation: OperationTypeNode,
  { role, key }: Pick<Context, 'role' | 'key'>,
  administrators?: string,
): void {
  if (key === 'UNKNOWN') {
    throw unauthenticated('The key in the Authorization header is not known here, or has expired.');
  }
  if (role === 'NONE') throw unauthenticated('Reading needs a key: send Authorization: Bearer <key>.');
  if (role === 'ADMIN') return;
  const isMutation = operation === OperationTypeNode.MUTATION;
  if (!isMutation && administrators === undefined) return;
  const what = isMutation ? 'Mutations are' : `${administrators ?? ''} is`;
  if (key === 'ABSENT') {
    throw unauthenticated(`${what} for administrators: send Authorization: Bearer <an administrator's key>.`);
  }
  throw apiError('FORBIDDEN', `${what} for administrators, and this key may only read.`);
}

function unauthenticated(message: string) {
  const headers = new HeaderMap([['www-authenticate', 'Bearer']]);
  return apiError('UNAUTHENTICATED', message, { http: { status: 401, headers } });
}
