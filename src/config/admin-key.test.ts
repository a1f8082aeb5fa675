import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { adminKey } from './admin-key.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'admin-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('generates one key however many processes start at once, readable by its owner alone', async () => {
  const made = await Promise.all([1, 2, 3, 4].map(() => adminKey(undefined, path.join(folder, 'data'))));
  const [first] = made;
  expect(new Set(made.map(({ key }) => key)).size).toBe(1);
  expect(first?.key).toHaveLength(32);
  const file = first?.file ?? '';
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await readFile(file, 'utf8')).trim()).toBe(first?.key);
});

test('keeps the configured key out of the data directory', async () => {
  expect(await adminKey('a-configured-admin-key', folder)).toEqual({
    key: 'a-configured-admin-key',
    file: null,
  });
  await expect(stat(path.join(folder, 'admin-key'))).rejects.toThrow();
});
