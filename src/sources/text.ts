/** Characters kept of a text that upstream wrote, where it enters a row or a log line. */
const EXCERPT_LENGTH = 200;

/**
 * The beginning of a text from outside, made safe to store and print: control characters, direction marks and
 * halves of surrogate pairs, which PostgreSQL or a terminal would choke on, become spaces.
 */
export function excerpt(text: string, length = EXCERPT_LENGTH): string {
  // Cut first, generously: cleaning a megabyte for 200 characters would be a waste.
  const clean = text.slice(0, length * 4).replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ');
  const characters = Array.from(clean.trim());
  return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : characters.join('');
}

/** A value of a payload as JSON text, cut; what JSON cannot say (Infinity) is spelt out. */
export function jsonText(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  try {
    return excerpt(JSON.stringify(value ?? null));
  } catch {
    // Nested deeper than the stack: nobody would read it in a column either.
    return '(too deeply nested to show)';
  }
}
