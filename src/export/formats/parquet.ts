import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement } from 'hyparquet-writer';
import type { ColumnType, ExportColumn } from '../columns/column.js';
import { named, type Format } from './format.js';
import { rowsOf, type Cell } from './lines.js';

/**
 * Rows of a group. Readers skip whole groups by their statistics, and a group must fit into memory here: this many rows
 * of 30 columns are some 10 MB, and hold up other requests for some tens of milliseconds.
 */
const GROUP = 10_000;

interface Kind {
  element: Omit<SchemaElement, 'name'>;
  /** The expression in numbers where PostgreSQL has a type of its own. */
  sql: (sql: string) => string;
  read: (text: string) => unknown;
}

const plain = (sql: string): string => sql;

const KINDS: Readonly<Record<ColumnType, Kind>> = {
  INTEGER: { element: { type: 'INT32' }, sql: plain, read: Number },
  NUMBER: { element: { type: 'DOUBLE' }, sql: plain, read: Number },
  TEXT: { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, sql: plain, read: String },
  BOOLEAN: { element: { type: 'BOOLEAN' }, sql: plain, read: (text) => text === 't' },
  INSTANT: {
    // Some readers take the older of the two words for a time of no zone.
    element: {
      type: 'INT64',
      converted_type: 'TIMESTAMP_MILLIS',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
    },
    sql: (sql) => `floor(extract(epoch FROM ${sql}))::bigint * 1000`,
    read: BigInt,
  },
  DATE: {
    element: { type: 'INT32', converted_type: 'DATE' },
    sql: (sql) => `${sql} - '1970-01-01'::date`,
    read: Number,
  },
};

/** Apache Parquet with snappy compression; what the file is of stands in its key-value metadata. */
export const PARQUET: Format = {
  contentType: 'application/vnd.apache.parquet',
  compressible: false,
  select: (columns) => columns.map(({ type, sql, name }) => named(KINDS[type].sql(sql), name)).join(',\n  '),
  copy: (statement) => `COPY (${statement}) TO STDOUT WITH (FORMAT text, ENCODING 'UTF8')`,
  encode: (columns, metadata) => (source) => encode(source, columns, metadata),
};

async function* encode(
  source: AsyncIterable<Buffer>,
  columns: readonly ExportColumn[],
  metadata: Readonly<Record<string, string>>,
): AsyncGenerator<Uint8Array> {
  const buffer = new ByteWriter(1_000_000);
  const file = new ParquetWriter({
    writer: buffer,
    schema: schemaOf(columns),
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy: 'weather-warehouse',
  });
  let group = new RowGroup(columns);
  for await (const rows of rowsOf(source)) {
    for (const row of rows) {
      group.add(row);
      if (group.length < GROUP) continue;
      await file.write({ columnData: group.columns, rowGroupSize: GROUP });
      yield taken(buffer);
      group = new RowGroup(columns);
    }
  }
  if (group.length > 0) await file.write({ columnData: group.columns, rowGroupSize: GROUP });
  await file.finish();
  yield taken(buffer);
}

/** The bytes written so far, of which the writer keeps none: it goes on counting where it is in the file. */
function taken(buffer: ByteWriter): Uint8Array {
  const bytes = new Uint8Array(buffer.getBuffer());
  buffer.index = 0;
  return bytes;
}

function schemaOf(columns: readonly ExportColumn[]): SchemaElement[] {
  const elements = columns.map(({ name, type }) => ({
    ...KINDS[type].element,
    name,
    repetition_type: 'OPTIONAL' as const,
  }));
  return [{ name: 'root', num_children: columns.length }, ...elements];
}

/** Rows by column, as the file has them. */
class RowGroup {
  length = 0;
  readonly columns: (ColumnSource & { data: unknown[] })[];
  private readonly read: ((text: string) => unknown)[];

  constructor(columns: readonly ExportColumn[]) {
    this.columns = columns.map(({ name }) => ({ name, data: [] }));
    this.read = columns.map(({ type }) => KINDS[type].read);
  }

  add(row: readonly Cell[]): void {
    this.columns.forEach(({ data }, i) => {
      const text = row[i] ?? null;
      data.push(text === null ? null : this.read[i]?.(text));
    });
    this.length += 1;
  }
}
