import { TypedDocumentString } from '../generated/graphql.js';

/**
 * A query that is written for air temperature, asking for another field of the same shape: what is drawn is asked for,
 * and nothing else.
 * @param selection such as relativeHumidity, or pressure { surface }
 */
export function withField<A, V>(
  document: TypedDocumentString<A, V>,
  selection: string,
): TypedDocumentString<A, V> {
  const text = document
    .toString()
    .replace(/\b(values?): airTemperature\b/g, (_, alias: string) => `${alias}: ${selection}`);
  return new TypedDocumentString<A, V>(text);
}

/** A number that may lie in a group: 9.8, or { speed: 9.8 }. */
export function numberIn(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'object' || value === null) return null;
  return numberIn(Object.values(value)[0]);
}
