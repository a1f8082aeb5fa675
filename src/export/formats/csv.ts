import type { ExportColumn } from '../columns/column.js';
import { asText, named, type Format } from './format.js';

/** PostgreSQL would write t and f. */
const cell = (column: ExportColumn): string =>
  column.type === 'BOOLEAN' ? `(${column.sql})::text` : asText(column);

/** RFC 4180 with a header; an empty cell is null, a quoted one the empty text. */
export const CSV: Format = {
  contentType: 'text/csv; charset=utf-8; header=present',
  compressible: true,
  select: (columns) => columns.map((column) => named(cell(column), column.name)).join(',\n  '),
  copy: (statement) => `COPY (${statement}) TO STDOUT WITH (FORMAT csv, HEADER, ENCODING 'UTF8')`,
};
