import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import { InvalidInputError } from '../../errors.js';
import { run, sqlFile, type Queryable } from '../sql.js';

/** What the holder of a key may do: read, or everything. */
export type KeyRole = 'READ' | 'ADMIN';

/** PostgreSQL channel on which processes hear that a key was made or revoked. */
export const KEYS_CHANGED_CHANNEL = 'keys_changed';

/** Random bytes of a key: more than anybody can try. */
const KEY_BYTES = 32;
/** Says to people, and to scanners of repositories, what the text is. */
const PREFIX = 'wwk_';
/** Capitals are left to the keys of the settings, so that nobody's key can pass for one of them. */
const NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;
const UNIQUE_VIOLATION = '23505';

/** A key as it is listed; neither the key nor its hash is in it. */
export interface ApiKey {
  id: number;
  /** Who holds it. */
  name: string;
  role: KeyRole;
  createdAt: Date;
  /** Null when it never expires. */
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** To the minute; null when it was never used. */
  lastUsedAt: Date | null;
}

/** A key that opens something. */
export interface UsableKey {
  id: number;
  name: string;
  role: KeyRole;
  hash: Buffer;
  expiresAt: Date | null;
}

interface KeyRow {
  id: number;
  name: string;
  role: KeyRole;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

const CREATE = sqlFile(import.meta.url, 'create-key.sql');
const LIST = sqlFile(import.meta.url, 'list-keys.sql');
const REVOKE = sqlFile(import.meta.url, 'revoke-key.sql');
const USABLE = sqlFile(import.meta.url, 'usable-keys.sql');
const NOTE_USE = sqlFile(import.meta.url, 'note-use.sql');

/**
 * A key's hash, as it is kept and compared. SHA-256 alone: salt and slowness protect passwords, which can be guessed;
 * of 256 random bits there is no list, and a slow hash of every request's key would be a gift to whoever floods us.
 */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/**
 * Makes a key.
 * @returns the key itself too, which is kept nowhere: it cannot be shown again
 * @throws InvalidInputError a name that cannot be one, or is taken
 */
export async function createKey(
  db: Queryable,
  wanted: { name: string; role: KeyRole; expiresInDays?: number | undefined },
): Promise<{ key: string; row: ApiKey }> {
  const { name, role, expiresInDays = null } = wanted;
  if (!NAME.test(name)) {
    throw new InvalidInputError(
      `${JSON.stringify(name)} cannot be a key's name: 1 to 63 small letters, digits, dots, hyphens and underscores.`,
    );
  }
  const key = PREFIX + randomBytes(KEY_BYTES).toString('base64url');
  try {
    const { rows } = await run<KeyRow>(db, CREATE, [name, role, hashOfKey(key), expiresInDays]);
    return { key, row: onlyOne(rows) };
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
    throw new InvalidInputError(`A key named ${name} exists: revoke it first, or choose another name.`);
  }
}

/** All keys there ever were, in the order they were made. */
export async function listKeys(db: Queryable): Promise<ApiKey[]> {
  return (await run<KeyRow>(db, LIST)).rows.map(apiKey);
}

/** Refuses a key from now on, everywhere. @returns null when there is no such key, or it was revoked before */
export async function revokeKey(db: Queryable, name: string): Promise<ApiKey | null> {
  const [row] = (await run<KeyRow>(db, REVOKE, [name])).rows;
  return row ? apiKey(row) : null;
}

/** The keys that open something now. */
export async function usableKeys(db: Queryable): Promise<UsableKey[]> {
  const { rows } = await run<Omit<UsableKey, 'expiresAt'> & { expires_at: Date | null }>(db, USABLE);
  return rows.map(({ expires_at: expiresAt, ...key }) => ({ ...key, expiresAt }));
}

/** Writes down that a key is in use. */
export async function noteUse(db: Queryable, id: number): Promise<void> {
  await run(db, NOTE_USE, [id]);
}

function onlyOne(rows: readonly KeyRow[]): ApiKey {
  const [row] = rows;
  if (!row) throw new Error('The database answered an insert without the new row');
  return apiKey(row);
}

function apiKey(row: KeyRow): ApiKey {
  const { id, name, role } = row;
  return {
    id,
    name,
    role,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
  };
}
