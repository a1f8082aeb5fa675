/** Why something may be refused, as rejects have it. */
export const REASONS = [
  'HTTP',
  'MALFORMED',
  'SCHEMA',
  'MISSING',
  'OUT_OF_RANGE',
  'FUTURE',
  'PLACE_MISMATCH',
] as const;
