import { asText, named, type Format } from './format.js';

/**
 * An object a line. PostgreSQL's plain text format would double the backslashes of JSON, so it is CSV of one column
 * whose quote and delimiter are characters that JSON never has bare: nothing is ever quoted.
 */
export const NDJSON: Format = {
  contentType: 'application/x-ndjson; charset=utf-8',
  compressible: true,
  select: (columns) => columns.map((column) => named(asText(column), column.name)).join(',\n  '),
  copy: (statement) =>
    `COPY (SELECT row_to_json(row) FROM (${statement}) AS row) ` +
    `TO STDOUT WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02', ENCODING 'UTF8')`,
};
