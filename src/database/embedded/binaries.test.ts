import { chmod, mkdir, readdir, readlink, rm, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { temporaryDirectory } from '../../testing/embedded.js';
import { findBinaries, prepareBinaries, type Binaries } from './binaries.js';

let root: string;
let installations = 0;
let installation: Binaries;

beforeAll(async () => {
  root = await temporaryDirectory();
});

afterAll(async () => {
  await rm(root, { recursive: true });
});

/** An installation as npm leaves it: without links, here also without executable bits. */
beforeEach(async () => {
  installations += 1;
  const native = path.join(root, String(installations), 'native');
  await mkdir(path.join(native, 'bin'), { recursive: true });
  const links = [{ source: 'native/lib/libone.so.1.2', target: 'native/lib/libone.so.1' }];
  await writeFile(path.join(native, 'pg-symlinks.json'), JSON.stringify(links));
  const [initdb, postgres, pgCtl] = ['initdb', 'postgres', 'pg_ctl'].map((name) =>
    path.join(native, 'bin', name),
  );
  if (initdb === undefined || postgres === undefined || pgCtl === undefined)
    throw new Error('Three programs');
  for (const program of [initdb, postgres, pgCtl]) {
    await writeFile(program, '');
    await chmod(program, 0o644);
  }
  installation = { native, initdb, postgres, pgCtl, major: 18 };
});

test('knows the version of the programs that came with the installation', async () => {
  const found = await findBinaries();
  expect(found.major).toBeGreaterThanOrEqual(15);
  expect((await stat(found.postgres)).isFile()).toBe(true);
});

test('makes what the install script would have made, also twice and from several processes at once', async () => {
  const lib = path.join(installation.native, 'lib');
  await mkdir(lib);
  const spare = path.join(root, 'unused');
  await Promise.all(Array.from({ length: 5 }, () => prepareBinaries(installation, spare)));
  expect(await prepareBinaries(installation, spare)).toBeUndefined();
  expect(await readlink(path.join(lib, 'libone.so.1'))).toBe('libone.so.1.2');
  expect((await stat(installation.postgres)).mode & 0o111).toBe(0o111);
  expect(await readdir(root)).not.toContain('unused');
});

test('puts the links elsewhere when the installation is read-only', async () => {
  // A directory in which not even root can make a link.
  await symlink(process.platform === 'darwin' ? '/System' : '/sys', path.join(installation.native, 'lib'));
  const spare = path.join(root, 'spare');
  await mkdir(spare);
  await symlink('of an earlier installation', path.join(spare, 'libone.so.1'));
  expect(await prepareBinaries(installation, spare)).toBe(
    `${spare}:${path.join(installation.native, 'lib')}`,
  );
  expect(await readlink(path.join(spare, 'libone.so.1'))).toBe(
    path.join(installation.native, 'lib', 'libone.so.1.2'),
  );
});
