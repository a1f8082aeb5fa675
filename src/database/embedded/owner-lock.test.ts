import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { quiet, temporaryDirectory } from '../../testing/embedded.js';
import { DataDirectoryInUseError } from './errors.js';
import { lockDataDirectory } from './owner-lock.js';

const directories: string[] = [];
let dataDir: string;
let lock: string;

beforeEach(async () => {
  dataDir = await temporaryDirectory();
  directories.push(dataDir);
  lock = path.join(dataDir, 'owner.lock');
});

afterAll(async () => {
  await Promise.all(directories.map((directory) => rm(directory, { recursive: true })));
});

const Lock = z.record(z.string(), z.unknown());

/** Leaves a lock as a killed owner would, differing from this living process in some way. */
async function leaveLock(difference: Record<string, unknown>): Promise<void> {
  const unlock = await lockDataDirectory(dataDir, quiet);
  const content = Lock.parse(JSON.parse(await readFile(lock, 'utf8')));
  await unlock();
  await writeFile(lock, JSON.stringify({ ...content, ...difference }));
}

test('is held until it is given back', async () => {
  const unlock = await lockDataDirectory(dataDir, quiet);
  await expect(lockDataDirectory(dataDir, quiet)).rejects.toThrow(DataDirectoryInUseError);
  await unlock();
  expect(await readdir(dataDir)).toEqual([]);
  await (
    await lockDataDirectory(dataDir, quiet)
  )();
});

test('goes to the next when its owner is dead', async () => {
  const dead = spawn('true');
  await new Promise((resolve) => dead.once('exit', resolve));
  await leaveLock({ pid: dead.pid });
  await (
    await lockDataDirectory(dataDir, quiet)
  )();
});

test('goes to the next when the number of its dead owner belongs to another process by now', async () => {
  await leaveLock({ startedAt: 'long ago' });
  await (
    await lockDataDirectory(dataDir, quiet)
  )();
});

test.each(['', 'not JSON', '{"pid":"one"}'])('goes to the next when its content is "%s"', async (content) => {
  await writeFile(lock, content);
  await (
    await lockDataDirectory(dataDir, quiet)
  )();
});

test('goes to exactly one of many who find it abandoned, every time', async () => {
  for (let round = 1; round <= 30; round += 1) {
    await leaveLock({ startedAt: `long ago, in round ${round}` });
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () => lockDataDirectory(dataDir, quiet)),
    );
    const won = tries.filter((result) => result.status === 'fulfilled');
    expect(won).toHaveLength(1);
    await won[0]?.value();
    expect(await readdir(dataDir)).toEqual([]);
  }
});

test('goes to the next when one was killed in the middle of taking it over', async () => {
  await leaveLock({ startedAt: 'long ago' });
  const held = await readFile(lock, 'utf8');
  const right = `${lock}.${createHash('sha256').update(held).digest('hex').slice(0, 12)}`;
  await writeFile(right, held.replace('long ago', 'later, but dead too'));
  const unlock = await lockDataDirectory(dataDir, quiet);
  await expect(lockDataDirectory(dataDir, quiet)).rejects.toThrow(DataDirectoryInUseError);
  await unlock();
  expect(await readdir(dataDir)).toEqual([]);
});

test('is respected when its owner, in another container, keeps touching it', async () => {
  await leaveLock({ place: 'another machine', pid: 1 });
  const touch = setInterval(() => void utimes(lock, new Date(), new Date()), 50);
  try {
    await expect(lockDataDirectory(dataDir, quiet)).rejects.toThrow(
      /process 1 of another machine or container/,
    );
  } finally {
    clearInterval(touch);
  }
});

test('goes to the next when its owner, in another container, has fallen silent', async () => {
  await leaveLock({ place: 'another machine', pid: 1 });
  await (
    await lockDataDirectory(dataDir, quiet, 600)
  )();
});

test('goes to the next at once when it was touched long ago', async () => {
  await leaveLock({ place: 'another machine', pid: 1 });
  await utimes(lock, new Date(2001, 0), new Date(2001, 0));
  await (
    await lockDataDirectory(dataDir, quiet, Number.POSITIVE_INFINITY)
  )();
});

test('is not taken from a new owner by the old one', async () => {
  const unlock = await lockDataDirectory(dataDir, quiet);
  await writeFile(lock, 'of somebody else');
  await unlock();
  expect(await readFile(lock, 'utf8')).toBe('of somebody else');
});
