/** Shorter texts are no keys, and blanking them would tear holes into ordinary words. */
const SHORTEST_SECRET = 6;

/**
 * Overwrites every secret in a text with asterisks, plain and as a URL spells it; the length stays. A web server's error
 * page likes to quote the address it was asked for, and the address holds the key.
 */
export function blankSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((blanked, secret) => blanked.replaceAll(secret, '*'.repeat(secret.length)), text);
}

/** As blankSecrets, of bytes in any encoding; without secrets the bytes themselves. */
export function blankSecretBytes(bytes: Buffer, secrets: readonly string[]): Buffer {
  if (secrets.length === 0) return bytes;
  // latin1 gives every byte a character of its own, and back.
  return Buffer.from(blankSecrets(bytes.toString('latin1'), secrets), 'latin1');
}
