import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { duck } from '../../http/exports/testkit.js';
import type { ColumnType, ExportColumn } from '../columns/column.js';
import { PARQUET } from './parquet.js';

const ROWS = 25_000;
const TYPES: Record<string, ColumnType> = {
  id: 'INTEGER',
  value: 'NUMBER',
  word: 'TEXT',
  unique: 'TEXT',
  flag: 'BOOLEAN',
  at: 'INSTANT',
  day: 'DATE',
};
const COLUMNS = Object.entries(TYPES).map(([name, type]): Partial<ExportColumn> => ({
  name,
  type,
  sql: name,
}));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'parquet-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Every seventh value is missing, of each column at another row. */
const cells = (i: number): string[] =>
  [
    String(i),
    String(i / 8 - 1000),
    `word ${i % 3}`,
    `é${i}`,
    i % 2 ? 'true' : 'false',
    String(1e12 + i),
    String(i % 400),
  ].map((cell, column) => (column > 0 && (i + column) % 7 === 0 ? '\\N' : cell));

const asCopied = (cell: string): string => (/^(true|false)$/.test(cell) ? cell.charAt(0) : cell);

async function* copied(): AsyncGenerator<Buffer> {
  for (let i = 0; i < ROWS; i += 500) {
    await Promise.resolve();
    const lines = Array.from(
      { length: 500 },
      (_, j) =>
        `${cells(i + j)
          .map(asCopied)
          .join('\t')}\n`,
    );
    yield Buffer.from(lines.join(''));
  }
}

test('of more rows than a group holds every value is there, and others have their turn between columns', async () => {
  let turns = 0;
  let writing = true;
  const turn = (): void => {
    turns += 1;
    if (writing) setImmediate(turn);
  };
  setImmediate(turn);
  const parts: Uint8Array[] = [];
  for await (const part of PARQUET.encode?.(COLUMNS as ExportColumn[], {})(copied()) ?? []) parts.push(part);
  writing = false;
  expect(turns).toBeGreaterThanOrEqual(3 * COLUMNS.length);
  const file = path.join(folder, 'groups.parquet');
  await writeFile(file, Buffer.concat(parts));

  const groups = await duck(
    `SELECT DISTINCT row_group_id::INT AS id, row_group_num_rows::INT AS rows, row_group_num_columns::INT AS columns
       FROM parquet_metadata('${file}') ORDER BY 1`,
  );
  expect(groups).toEqual([10_000, 10_000, 5_000].map((rows, id) => ({ id, rows, columns: COLUMNS.length })));
  const rows = await duck(
    `SELECT id::VARCHAR AS id, value, word, "unique", flag, epoch_ms("at")::VARCHAR AS "at", ("day" - DATE '1970-01-01')::VARCHAR AS "day"
       FROM read_parquet('${file}', file_row_number = true) ORDER BY file_row_number`,
  );
  expect(rows).toHaveLength(ROWS);
  const shown = (row: (typeof rows)[number]): string[] =>
    Object.values(row).map((cell) => (cell === null ? '\\N' : JSON.stringify(cell).replaceAll('"', '')));
  expect(rows.map(shown)).toEqual(Array.from({ length: ROWS }, (_, i) => cells(i)));
});
