import { z } from 'zod';

/*
 * A backup is a gzipped script such as pg_dump writes: a head, a COPY block a table, the sequences, a foot. Nothing of it is
 * executed when it is restored: lines are read by the patterns below and compared with the tables that are there.
 */

/** Grows when files of before could no longer be read. */
const FORMAT = 1;
const HEAD = '-- weather-warehouse backup ';
const FOOT = '-- end ';

/** What was backed up: the first line. */
const Head = z.object({
  format: z.literal(FORMAT),
  madeAt: z.iso.datetime(),
  /** Whether it is simulated weather; null when the program had not said so yet. */
  demo: z.boolean().nullable(),
  /** Names of the migrations that had made its tables, oldest first. */
  migrations: z.array(z.string()).min(1),
});
export type Head = z.infer<typeof Head>;

/** What a whole file must hold: the last line. */
const Foot = z.object({
  /** Rows by table. */
  rows: z.record(z.string(), z.int()),
  /** SHA-256 of everything above the line, in hexadecimal. */
  sha256: z.string(),
});
export type Foot = z.infer<typeof Foot>;

export interface Table {
  name: string;
  columns: string[];
}

export interface Sequence {
  name: string;
  value: string;
  isCalled: boolean;
}

/** Dates, numbers and bytes are the same text on every server; nothing is checked or fired row by row. */
const SETTINGS = `SET client_encoding = 'UTF8';
SET DateStyle = 'ISO';
SET TimeZone = 'UTC';
BEGIN;
`;

/** The line that ends a COPY block: rows cannot hold it, for COPY doubles every backslash of theirs. */
export const END_OF_ROWS = '\\.';

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const unquoted = (text: string): string => text.slice(1, -1).replaceAll('""', '"');

export const writeHead = (head: Omit<Head, 'format'>): string =>
  `${HEAD}${JSON.stringify({ format: FORMAT, ...head })}\n${SETTINGS}`;

/** The columns of a table as a statement names them. */
export const columnsOf = ({ name: table, columns }: Table): string =>
  `public.${name(table)} (${columns.map(name).join(', ')})`;

export const writeTable = (table: Table): string => `COPY ${columnsOf(table)} FROM stdin;\n`;

export const writeSequence = ({ name: sequence, value, isCalled }: Sequence): string =>
  `SELECT pg_catalog.setval('public.${name(sequence)}', ${value}, ${isCalled});\n`;

export const COMMIT = 'COMMIT;\n';
export const writeFoot = (foot: Foot): string => `${FOOT}${JSON.stringify(foot)}\n`;

export type Line =
  | { kind: 'table'; table: Table }
  | { kind: 'sequence'; sequence: Sequence }
  | { kind: 'foot'; foot: Foot }
  | { kind: 'other' };

/** @returns null when it is not the first line of a backup that this program can read */
export function readHead(line: string): Head | null {
  return line.startsWith(HEAD) ? parsed(Head, line.slice(HEAD.length)) : null;
}

/** @returns null when a backup has no such line */
export function readLine(line: string): Line | null {
  if (line.startsWith('COPY ')) return readTable(line);
  if (line.startsWith('SELECT ')) return readSequence(line);
  if (line.startsWith(FOOT)) {
    const foot = parsed(Foot, line.slice(FOOT.length));
    return foot && { kind: 'foot', foot };
  }
  return `${SETTINGS}${COMMIT}`.split('\n').includes(line) ? { kind: 'other' } : null;
}

function readTable(line: string): Line | null {
  const [, table, columns] = /^COPY public\.("(?:[^"]|"")+") \((.+)\) FROM stdin;$/.exec(line) ?? [];
  if (table === undefined || columns === undefined) return null;
  const names = columns.match(/"(?:[^"]|"")+"/g) ?? [];
  return { kind: 'table', table: { name: unquoted(table), columns: names.map(unquoted) } };
}

function readSequence(line: string): Line | null {
  const pattern = /^SELECT pg_catalog\.setval\('public\.("(?:[^"]|"")+")', (\d+), (true|false)\);$/;
  const [, sequence, value, isCalled] = pattern.exec(line) ?? [];
  if (sequence === undefined || value === undefined) return null;
  return { kind: 'sequence', sequence: { name: unquoted(sequence), value, isCalled: isCalled === 'true' } };
}

function parsed<T>(schema: z.ZodType<T>, json: string): T | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
