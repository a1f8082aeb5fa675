import { z } from 'zod';

// How settings of each form are read, and what is said of those that do not fit.

export const integer = (min: number, max: number): z.ZodType<number> =>
  z
    .string()
    .regex(/^\d+$/, 'is not a whole number')
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be ${min} to ${max}`);

export const url = (...protocols: string[]): z.ZodType<string> =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol),
      `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    );

export const choice = <T extends string>(...values: [T, ...T[]]): z.ZodType<T> =>
  z.enum(values, { error: `must be one of ${values.join(', ')}` });

export const windows = z
  .string()
  .regex(/^\d+(\s*,\s*\d+)*$/, 'must be whole numbers of hours with commas between')
  .transform((text) => [...new Set(text.split(',').map(Number))].sort((a, b) => a - b))
  .refine((hours) => hours.every((n) => n >= 2 && n <= 720), 'each window must be 2 to 720 hours');

/** What stands in examples, and comes first when somebody guesses. */
const WELL_KNOWN =
  /change-?me|password|passw0rd|secret|admin(istrator)?|default|example|test|key|qwerty|letmein/gi;
export const EASY = 'is easy to guess: take 32 random characters, or leave it out to have one generated';

/** Refuses repetitions, rows of digits or letters, and secrets made of nothing but well-known words. */
export function isHardToGuess(secret: string): boolean {
  const codes = Array.from(secret, (character) => character.charCodeAt(0));
  const steps = codes.slice(1).map((code, i) => code - (codes[i] ?? 0));
  const isRow = steps.filter((step) => step === 1 || step === 0).length > steps.length * 0.8;
  const left = secret.replace(WELL_KNOWN, '').replace(/[^a-z0-9]/gi, '');
  return new Set(secret).size >= 6 && !isRow && left.length >= 6;
}

export const keys = z
  .string()
  .transform((text) => text.split(',').map((key) => key.trim()))
  .refine((list) => list.every((key) => key.length >= 16), 'each key must have at least 16 characters')
  .refine((list) => list.every(isHardToGuess), `one ${EASY}`);

export const proxies: z.ZodType<number | string[]> = z
  .string()
  .regex(
    /^(\d{1,2}|[\da-fA-F.:/]+(\s*,\s*[\da-fA-F.:/]+)*)$/,
    'must be a number of proxies or their addresses',
  )
  .transform((text) =>
    /^\d{1,2}$/.test(text) ? Number(text) : text.split(',').map((address) => address.trim()),
  );

export const postgres = ['postgresql:', 'postgres:'];
export const http = ['https:', 'http:'];
