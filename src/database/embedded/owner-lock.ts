import { createHash, randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { link, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Logger } from '../../logger.js';
import { DataDirectoryInUseError } from './errors.js';
import { lookAt } from './processes.js';

/** The owner touches its lock this often, for those who cannot look at its process. */
const BEAT_MS = 3_000;
/** An untouched lock is believed abandoned after this long: three beats and some. */
const SILENCE_MS = 10_000;
/** Older than this no watching is needed. Generous, because machines sharing a disk may differ in their clocks. */
const OLD_MS = 60_000;

const Owner = z.object({ pid: z.int(), startedAt: z.string(), place: z.string(), token: z.string() });
type Owner = z.infer<typeof Owner>;

/**
 * Takes the data directory for this process.
 * @returns what gives it back
 * @throws DataDirectoryInUseError when a live process has it
 */
export async function lockDataDirectory(
  dataDir: string,
  logger: Logger,
  silenceMs = SILENCE_MS,
): Promise<() => Promise<void>> {
  const file = path.join(dataDir, 'owner.lock');
  const content = JSON.stringify(await thisProcess());
  const owner = await take(file, content, silenceMs);
  if (owner !== undefined) throw new DataDirectoryInUseError(dataDir, owner.pid, owner.place !== thisPlace());
  const stopBeating = keepTouching(file, logger);
  return async () => {
    stopBeating();
    if ((await readLock(file)) === content) await rm(file, { force: true });
  };
}

function keepTouching(file: string, logger: Logger): () => void {
  let released = false;
  const beat = setInterval(() => {
    utimes(file, new Date(), new Date()).catch((error: unknown) => {
      if (!released) logger.warn({ err: error, file }, 'The lock of the data directory cannot be refreshed');
    });
  }, BEAT_MS).unref();
  return () => {
    released = true;
    clearInterval(beat);
  };
}

async function thisProcess(): Promise<Owner> {
  const startedAt = (await lookAt(process.pid))?.startedAt ?? '';
  return { pid: process.pid, startedAt, place: thisPlace(), token: randomUUID() };
}

/** Where our pids mean something: this boot of this machine, this container. */
function thisPlace(): string {
  if (process.platform !== 'linux') return os.hostname();
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
}

/**
 * Takes a lock file that is free or whose owner is dead. Of several who find the same dead owner's lock, one
 * gets the right to replace it, which is itself a lock, named after what it replaces. So nobody can remove a
 * lock that another took in the meantime, and whoever is killed in between is succeeded in the same way.
 * @returns the live owner, if there is one
 */
async function take(file: string, content: string, silenceMs: number): Promise<Owner | undefined> {
  while (!(await tryCreate(file, content))) {
    const held = await readLock(file);
    // Just given back: try again.
    if (held === undefined) continue;
    const owner = parseOwner(held);
    if (owner !== undefined && (await isAlive(owner, file, silenceMs))) return owner;
    const right = `${file}.${createHash('sha256').update(held).digest('hex').slice(0, 12)}`;
    if ((await take(right, content, silenceMs)) !== undefined) {
      await sleep(20);
    } else if ((await readLock(file)) === held) {
      await rename(right, file);
      return undefined;
    } else {
      await rm(right);
    }
  }
  return undefined;
}

/** Creates a lock with its content in one step, so that none is ever seen empty. */
async function tryCreate(file: string, content: string): Promise<boolean> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, content);
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readLock(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

function parseOwner(content: string): Owner | undefined {
  try {
    return Owner.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

async function isAlive(owner: Owner, file: string, silenceMs: number): Promise<boolean> {
  if (owner.place === thisPlace()) return (await lookAt(owner.pid))?.startedAt === owner.startedAt;
  const touched = await touchedAt(file);
  if (Date.now() - touched > OLD_MS) return false;
  for (let waited = 0; waited < silenceMs; waited += 500) {
    await sleep(500);
    if ((await touchedAt(file)) !== touched) return true;
  }
  return false;
}

async function touchedAt(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.mtimeMs ?? 0;
}
