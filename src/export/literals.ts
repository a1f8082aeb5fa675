import { escapeLiteral } from 'pg';

/** What a statement of an export may be given: numbers, lists of numbers, and words of our own enums. */
export type Literal = null | number | string | readonly number[];

const WORD = /^[A-Z][A-Z_]{0,30}$/;

/**
 * A statement with its parameters $1, $2 … written into it, because COPY takes none.
 *
 * Why that is safe: no text of a caller can be among them. What is neither a finite number nor a word in capitals is
 * refused here, whatever was checked before; all are quoted as PostgreSQL's own library does it; each place is
 * replaced once, so that a value is never read for places again. A session's settings or a temporary table would do
 * as well, but not on a replica, where exports are read.
 * @throws Error for a value of any other kind, or a place without a value
 */
export function bind(text: string, values: readonly Literal[]): string {
  return text.replace(/\$(\d+)/g, (place, number: string) => {
    const value = values[Number(number) - 1];
    if (value === undefined) throw new Error(`The statement wants ${place}, which it was not given`);
    return literal(value);
  });
}

function literal(value: Literal): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return escapeLiteral(finite(value));
  if (typeof value !== 'string') return escapeLiteral(`{${value.map(finite).join(',')}}`);
  if (!WORD.test(value)) throw new Error('Only words of an enum may stand in a statement of an export');
  return escapeLiteral(value);
}

function finite(value: number): string {
  if (!Number.isFinite(value)) throw new Error('Only finite numbers may stand in a statement of an export');
  return String(value);
}
