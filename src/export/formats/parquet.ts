import { setImmediate as othersTurn } from 'node:timers/promises';
import { ByteWriter, ParquetWriter, type ColumnSource, type SchemaElement } from 'hyparquet-writer';
import type { ColumnType, ExportColumn } from '../columns/column.js';
import { named, type Format } from './format.js';
import { rowsOf, type Cell } from './lines.js';

/** Rows of a group. Readers skip whole groups by their statistics, and a group must fit into memory here. */
const GROUP = 10_000;

type RowGroups = ParquetWriter['row_groups'];

interface Kind {
  element: Omit<SchemaElement, 'name'>;
  /** The expression in numbers where PostgreSQL has a type of its own. */
  sql: (sql: string) => string;
  /** A cell as a number. */
  read: (text: string) => number;
  /** What the library takes for this number. */
  value: (number: number) => unknown;
}

const plain = (sql: string): string => sql;
const same = (number: number): number => number;

const KINDS: Readonly<Record<Exclude<ColumnType, 'TEXT'>, Kind>> & { TEXT: Pick<Kind, 'element' | 'sql'> } = {
  INTEGER: { element: { type: 'INT32' }, sql: plain, read: Number, value: same },
  NUMBER: { element: { type: 'DOUBLE' }, sql: plain, read: Number, value: same },
  TEXT: { element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, sql: plain },
  BOOLEAN: {
    element: { type: 'BOOLEAN' },
    sql: plain,
    read: (text) => Number(text === 't'),
    value: (number) => number === 1,
  },
  INSTANT: {
    // Some readers take the older of the two words for a time of no zone.
    element: {
      type: 'INT64',
      converted_type: 'TIMESTAMP_MILLIS',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
    },
    sql: (sql) => `floor(extract(epoch FROM ${sql}))::bigint * 1000`,
    read: Number,
    value: BigInt,
  },
  DATE: {
    element: { type: 'INT32', converted_type: 'DATE' },
    sql: (sql) => `${sql} - '1970-01-01'::date`,
    read: Number,
    value: same,
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
  const group = new RowGroup(columns);
  for await (const rows of rowsOf(source)) {
    for (const row of rows) {
      group.add(row);
      if (group.length === GROUP) yield* written(group, file, buffer);
    }
  }
  if (group.length > 0) yield* written(group, file, buffer);
  await file.finish();
  yield taken(buffer);
}

/**
 * Writes a group column by column, and lets others have their turn in between: a whole one at once would hold up all
 * other requests for a tenth of a second.
 */
async function* written(
  group: RowGroup,
  file: ParquetWriter,
  buffer: ByteWriter,
): AsyncGenerator<Uint8Array> {
  const [groupsBefore, rowsBefore] = [file.row_groups.length, file.num_rows];
  for (const column of group.columns) {
    await file.write({ columnData: [column.taken(group.length)], rowGroupSize: GROUP });
    yield taken(buffer);
    await othersTurn();
  }
  // To the library each column was a group of its own.
  file.row_groups.push(joined(file.row_groups.splice(groupsBefore)));
  file.num_rows = rowsBefore + BigInt(group.length);
  group.length = 0;
}

function joined(parts: RowGroups): RowGroups[number] {
  const sum = (sizes: (bigint | undefined)[]): bigint =>
    sizes.reduce<bigint>((all, size) => all + (size ?? 0n), 0n);
  return {
    columns: parts.flatMap(({ columns }) => columns),
    num_rows: parts[0]?.num_rows ?? 0n,
    total_byte_size: sum(parts.map((part) => part.total_byte_size)),
    total_compressed_size: sum(parts.map((part) => part.total_compressed_size)),
  };
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

/** Rows by column, as the file has them; the same memory serves group after group. */
class RowGroup {
  length = 0;
  readonly columns: readonly Column[];

  constructor(columns: readonly ExportColumn[]) {
    this.columns = columns.map(({ name, type }) => new Column(name, type));
  }

  add(row: readonly Cell[]): void {
    for (const [i, column] of this.columns.entries()) column.set(this.length, row[i] ?? null);
    this.length += 1;
  }
}

/** A column of a group, as numbers: objects for millions of values would pile up before they are collected. */
class Column {
  readonly #numbers = new Float64Array(GROUP);
  /** Distinct texts, with the numbers that stand for them. */
  readonly #texts = new Map<string, number>();

  constructor(
    private readonly name: string,
    private readonly type: ColumnType,
  ) {}

  set(row: number, cell: Cell): void {
    // The tables hold no NaN: here it says that there is no value.
    this.#numbers[row] = cell === null ? Number.NaN : this.#read(cell);
  }

  /** The first so many values, as the library takes them; then the column is free for those of the next group. */
  taken(length: number): ColumnSource {
    const value = this.#reader();
    const data = Array.from(this.#numbers.subarray(0, length), (number) =>
      Number.isNaN(number) ? null : value(number),
    );
    this.#texts.clear();
    return { name: this.name, data };
  }

  #read(text: string): number {
    if (this.type !== 'TEXT') return KINDS[this.type].read(text);
    const known = this.#texts.get(text) ?? this.#texts.size;
    this.#texts.set(text, known);
    return known;
  }

  #reader(): (number: number) => unknown {
    if (this.type !== 'TEXT') return KINDS[this.type].value;
    const texts = [...this.#texts.keys()];
    return (number) => texts[number];
  }
}
