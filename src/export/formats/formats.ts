import { CSV } from './csv.js';
import type { Format, FormatName } from './format.js';
import { NDJSON } from './ndjson.js';
import { PARQUET } from './parquet.js';

/** The formats of exports, by the ending of their address. */
export const BY_NAME: Readonly<Record<FormatName, Format>> = { csv: CSV, ndjson: NDJSON, parquet: PARQUET };
