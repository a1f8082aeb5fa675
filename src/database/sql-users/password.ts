import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { InvalidInputError } from '../../errors.js';

/** PostgreSQL's own number of rounds. */
const ITERATIONS = 4096;
const LEAST_CHARACTERS = 12;

/** 192 random bits, in characters that need no quoting in a shell, a URL or a connection string. */
export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** @throws InvalidInputError for what is short, or could be typed in several encodings */
export function checkPassword(password: string): string {
  if (password.length >= LEAST_CHARACTERS && /^[\x21-\x7e]+$/.test(password)) return password;
  throw new InvalidInputError(
    `The password must have at least ${LEAST_CHARACTERS} characters, all of them printable ASCII without spaces.`,
  );
}

/**
 * What PostgreSQL keeps of a password (RFC 5803). Made here, so that neither the statement nor the server's log
 * ever holds the password itself.
 */
export function scramVerifier(password: string, salt = randomBytes(16)): string {
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const keyed = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(keyed('Client Key')).digest('base64');
  const serverKey = keyed('Server Key').toString('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}
