import { ArgumentError } from '../errors.js';

/** The sort key of an edge. */
export type CursorKey = readonly (number | string)[];

/** Longest text that can be one of our cursors: keys are short, names of cities the longest. */
const LONGEST = 400;

/** An opaque cursor: the list's kind and the edge's sort key. Clients must not read anything into it. */
export function encodeCursor(kind: string, key: CursorKey): string {
  return Buffer.from(JSON.stringify([kind, ...key])).toString('base64url');
}

/**
 * Reads a cursor back.
 * @param shape what the key's parts must be: a sample of each
 * @throws ArgumentError for a cursor of another list, or what never was one
 */
export function decodeCursor<Key extends CursorKey>(
  argument: string,
  text: string,
  kind: string,
  isKey: (key: unknown[]) => key is [...Key],
): Key {
  const [first, ...key] = text.length <= LONGEST ? parts(text) : [];
  if (first !== kind || !isKey(key)) {
    throw new ArgumentError(argument, text, 'a cursor of this very list, as it was answered');
  }
  return key;
}

function parts(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
