import { readdirSync, readFileSync } from 'node:fs';

export interface DataCheck {
  /** The file's name: what is wrong with the rows it finds. */
  name: string;
  severity: 'ERROR' | 'WARNING';
  description: string;
  /** Selects the offending rows; $1 is the instant from which rows are looked at. */
  text: string;
}

const FOLDER = new URL('checks/', import.meta.url);
const HEADER = /^-- (ERROR|WARNING): (.+)$/m;

/** Every check of the folder: a file is a check. */
export const DATA_CHECKS: readonly DataCheck[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.sql'))
  .sort()
  .map(readCheck);

function readCheck(file: string): DataCheck {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const [, severity, description] = HEADER.exec(text) ?? [];
  if (severity !== 'ERROR' && severity !== 'WARNING') {
    throw new Error(`${file} must begin with "-- ERROR: …" or "-- WARNING: …"`);
  }
  return { name: file.replace(/\.sql$/, ''), severity, description: description ?? '', text };
}
