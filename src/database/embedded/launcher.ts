import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import path from 'node:path';

/** How PostgreSQL's programs are started on this machine. */
export interface Launcher {
  /** The account to run under; absent for our own. */
  account?: Account;
  /** A command that is put in front and changes the account itself. */
  wrap: readonly string[];
  env: NodeJS.ProcessEnv;
}

export interface Account {
  uid: number;
  gid: number;
}

/** How a program ended, with the end of what it printed to standard error. */
export interface Finished {
  ok: boolean;
  /** "exit code 1", "signal SIGKILL", or why it could not be started at all. */
  how: string;
  output: string;
}

/** The last so many characters of a program's output are kept for error messages. */
const TAIL = 4_000;

/**
 * The environment PostgreSQL gets: nothing of ours, so that no secret and no stray PG* variable or locale
 * reaches it. Its messages are English and its time UTC, whatever the host speaks.
 */
export function serverEnvironment(libraries: string | undefined): NodeJS.ProcessEnv {
  const env = {
    PATH: '/usr/local/bin:/usr/local/sbin:/usr/bin:/usr/sbin:/bin:/sbin',
    LC_ALL: 'C',
    TZ: 'UTC',
  };
  return libraries === undefined ? env : { ...env, LD_LIBRARY_PATH: libraries };
}

/**
 * Starts a program in a session of its own (setsid), so that Ctrl-C in the terminal reaches only us and we
 * decide when it stops.
 */
export function launch(
  launcher: Launcher,
  program: string,
  args: readonly string[],
  stdio: StdioOptions,
): ChildProcess {
  const [file = program, ...rest] = [...launcher.wrap, program, ...args];
  return spawn(file, rest, {
    ...(launcher.wrap.length === 0 ? launcher.account : {}),
    // Our own working directory may be closed to the other account.
    cwd: path.parse(program).root,
    env: launcher.env,
    detached: true,
    windowsHide: true,
    stdio,
  });
}

/** Runs a program to its end. Never throws: a failure is in the answer. */
export async function run(launcher: Launcher, program: string, args: readonly string[]): Promise<Finished> {
  const child = launch(launcher, program, args, ['ignore', 'ignore', 'pipe']);
  const output = keepTail(child);
  const how = await ending(child);
  return { ok: how === 'exit code 0', how, output: output() };
}

/** Reads standard error, so that the program never blocks on it, and keeps the end. */
export function keepTail(child: ChildProcess): () => string {
  let tail = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (tail = (tail + chunk).slice(-TAIL)));
  return () => tail.trim();
}

/** Waits for the end of a process and of its output, and says how it ended. */
function ending(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started: ${error.message}`));
    child.once('close', (code, signal) => {
      resolve(signal === null ? `exit code ${String(code)}` : `signal ${signal}`);
    });
  });
}
