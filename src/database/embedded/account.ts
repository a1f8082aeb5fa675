import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { EmbeddedDatabaseError } from './errors.js';
import { run, type Account, type Launcher } from './launcher.js';

const execute = promisify(execFile);

/** The account we create when root has no other to give to PostgreSQL. */
const OWN_USER = 'weather';
/** Ways to create it: most Linux distributions, then BusyBox. */
const CREATE = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', OWN_USER],
  ['adduser', '-S', '-D', '-H', '-s', '/bin/false', OWN_USER],
] as const;

/**
 * Finds out how PostgreSQL can be run here, by trying. It refuses to run as root, so root lends it another
 * account; if that account cannot reach the programs or the data directory (below a closed /root, say), it
 * also gets the one right to pass closed directories: the lesser one first, then the one containers have.
 * @param dataDir must exist
 * @param cluster the database's folder in it, which may not exist yet
 */
export async function chooseLauncher(
  dataDir: string,
  cluster: string,
  postgres: string,
  env: NodeJS.ProcessEnv,
): Promise<Launcher> {
  const asRoot = process.getuid?.() === 0;
  return wayToReach(asRoot ? await unprivilegedAccount(cluster) : undefined, dataDir, postgres, env);
}

/** The first way to run a program under an account with a directory in its reach. */
export async function wayToReach(
  account: Account | undefined,
  directory: string,
  program: string,
  env: NodeJS.ProcessEnv,
): Promise<Launcher> {
  const failures: string[] = [];
  for (const way of account === undefined ? [{ wrap: [], env }] : waysFor(account, env)) {
    const tried = await tryToReach(way, directory, program);
    if (tried.ok) return way;
    failures.push(`${way.wrap[0] ?? 'directly'}: ${tried.output === '' ? tried.how : tried.output}`);
  }
  throw new EmbeddedDatabaseError(unreachable(account, directory, program, failures));
}

function waysFor(account: Account, env: NodeJS.ProcessEnv): Launcher[] {
  const passing = (capability: string): Launcher => ({
    account,
    env,
    wrap: [
      'setpriv',
      `--reuid=${account.uid}`,
      `--regid=${account.gid}`,
      '--clear-groups',
      // Without it access(2), with which PostgreSQL checks its programs, ignores the capability.
      '--securebits=+no_setuid_fixup',
      `--inh-caps=-all,+${capability}`,
      `--ambient-caps=-all,+${capability}`,
    ],
  });
  return [{ account, wrap: [], env }, passing('dac_read_search'), passing('dac_override')];
}

/** Enters the directory and loads the program with all its libraries. */
async function tryToReach(launcher: Launcher, directory: string, program: string) {
  if (process.platform === 'win32') return run(launcher, program, ['--version']);
  return run(launcher, '/bin/sh', ['-c', 'cd "$1" && exec "$2" --version', 'sh', directory, program]);
}

function unreachable(
  account: Account | undefined,
  dataDir: string,
  postgres: string,
  failures: string[],
): string {
  const who = account === undefined ? 'this user' : `the unprivileged user ${account.uid}, as it must here,`;
  return (
    `PostgreSQL (${postgres}) cannot be run by ${who} with its data in ${dataDir}. ` +
    `Put both where that user can read them (set DATA_DIR for the data; a directory below /root is closed to others), ` +
    `or set DATABASE_URL to a PostgreSQL of your own. Tried: ${failures.join('; ')}`
  );
}

/** Whoever owns the existing database; otherwise `postgres`, or a user made for it, or `nobody`. */
async function unprivilegedAccount(cluster: string): Promise<Account> {
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = (await findUser('postgres')) ?? (await findUser(OWN_USER));
  if (known !== undefined) return known;
  for (const [program, ...args] of CREATE) {
    await execute(program, args).catch(() => undefined);
    const created = await findUser(OWN_USER);
    if (created !== undefined) return created;
  }
  return (await findUser('nobody')) ?? { uid: 65_534, gid: 65_534 };
}

async function findUser(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all([execute('id', ['-u', name]), execute('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}
