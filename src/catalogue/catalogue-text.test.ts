import { readFile } from 'node:fs/promises';
import { brotliDecompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { isTimeZone } from '../domain/time.js';
import { catalogueText } from './catalogue-text.js';
import { CATALOGUE_FILE } from './import.js';
import { readGeoNames } from './read-geonames.js';

let text: string;
let rows: string[][];

beforeAll(async () => {
  text = brotliDecompressSync(await readFile(CATALOGUE_FILE)).toString();
  rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
});

test('the file that ships is what the generator makes of the package', async () => {
  expect(catalogueText(await readGeoNames()) === text).toBe(true);
});

test('holds all the United States and the larger places elsewhere, by id, each once', () => {
  const ids = rows.map(([id]) => Number(id));
  expect(ids).toHaveLength(42_987);
  expect(rows.filter((row) => row[3] === 'US')).toHaveLength(20_939);
  expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0))).toBe(true);
});

test('gives every place a searchable name and a time zone that the runtime knows', () => {
  expect(rows.filter((row) => !/^(\\n[a-z0-9 ]+)+\\n/.test(row[10] ?? ''))).toEqual([]);
  const zones = [...new Set(rows.map((row) => row[9] ?? ''))];
  expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
});
