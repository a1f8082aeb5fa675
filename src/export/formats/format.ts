import type { ExportColumn } from '../columns/column.js';

export const FORMATS = ['csv', 'ndjson', 'parquet'] as const;
export type FormatName = (typeof FORMATS)[number];

/** How rows become bytes. */
export interface Format {
  contentType: string;
  /** Whether gzip would save anything. */
  compressible: boolean;
  /** The list of expressions to select. */
  select(columns: readonly ExportColumn[]): string;
  /** The COPY of a statement. */
  copy(statement: string): string;
  /** Makes the file of what PostgreSQL sends; absent where that is the file. */
  encode?: (
    columns: readonly ExportColumn[],
    metadata: Readonly<Record<string, string>>,
  ) => (source: AsyncIterable<Buffer>) => AsyncGenerator<Uint8Array>;
}

/** Names are ours: lower-case letters, digits and underscores. */
export const named = (sql: string, name: string): string => `${sql} AS "${name}"`;

/** Instants and days as the API answers them, whatever the server's settings. */
export function asText({ type, sql }: ExportColumn): string {
  if (type === 'INSTANT') return `to_char(${sql}, 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
  return type === 'DATE' ? `to_char(${sql}, 'YYYY-MM-DD')` : sql;
}
