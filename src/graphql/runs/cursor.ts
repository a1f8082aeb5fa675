import { decodeCursor } from '../arguments/cursor.js';

/** Reads the cursor of a list that is ordered by a bigint id alone. */
export function readIdCursor(argument: string, text: string | undefined, kind: string): string | null {
  if (text === undefined) return null;
  const isKey = (key: unknown[]): key is [string] =>
    key.length === 1 && typeof key[0] === 'string' && /^\d{1,18}$/.test(key[0]);
  return decodeCursor<readonly [string]>(argument, text, kind, isKey)[0];
}
