import { access, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** Rows of each table. */
const ROWS = { A: 21, B: 18, C: 16, D: 17, E: 8, F: 21, G: 8 };

const page = await readFile('docs/reliability.md', 'utf8');
const rows = page.split('\n').filter((line) => /^\| [A-G]\d/.test(line));

test('every fault of the page about reliability is there, and names the tests that show it', () => {
  const ids = rows.flatMap((row) => {
    const [, letter = '', first = '', last = first] = /^\| ([A-G])(\d+)(?:–\w(\d+))? /.exec(row) ?? [];
    const count = Number(last) - Number(first) + 1;
    return Array.from({ length: count }, (_, index) => `${letter}${Number(first) + index}`);
  });
  const expected = Object.entries(ROWS).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, index) => `${letter}${index + 1}`),
  );
  expect(ids).toEqual(expected);
  for (const row of rows) expect(row).toMatch(/`src\/[\w/-]+\.(test|chaos)\.ts` *(\||, `)/);
});

test('every test that it names exists', async () => {
  const files = new Set([...page.matchAll(/src\/[\w/-]+(?:\.\w+)?\.ts/g)].map(([file]) => file));
  expect(files.size).toBeGreaterThan(rows.length / 3);
  const missing = await Promise.all(
    [...files].map((file) =>
      access(file).then(
        () => [],
        () => [file],
      ),
    ),
  );
  expect(missing.flat()).toEqual([]);
});
