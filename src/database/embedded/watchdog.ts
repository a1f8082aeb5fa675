import { spawn } from 'node:child_process';
import type { Logger } from '../../logger.js';

/**
 * Waits for its input to end. A line there means that all is well and the watchdog is no longer needed; an end
 * without one means that our process died without stopping the server, so the watchdog does: a fast shutdown,
 * and after 30 s of no effect an immediate one.
 */
const SCRIPT = `
read -r pid || exit 0
read -r released && exit 0
kill -INT "$pid" || exit 0
for second in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
  sleep 1
  kill -0 "$pid" || exit 0
done
kill -QUIT "$pid"
`;

export interface Watchdog {
  /** Tells it which server to stop if we die. */
  watch(pid: number): void;
  /** Sends it away. */
  release(): void;
}

/**
 * Starts a watchdog, before the server, so that there is no moment to be killed in between.
 * @param name tells it from others in the list of processes
 *
 * On Windows there is none: the next start stops what a killed process left behind.
 */
export function startWatchdog(name: string, logger: Logger): Watchdog {
  if (process.platform === 'win32') return { watch: () => undefined, release: () => undefined };
  const dog = spawn('/bin/sh', ['-c', SCRIPT, `watchdog of ${name}`], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
    // In a session of its own: Ctrl-C must not kill it before us.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  dog.unref();
  dog.on('error', (error) => {
    logger.warn({ err: error }, 'If this process is killed, PostgreSQL will run on until the next start');
  });
  // It may have been killed by somebody; then writing to it fails, and there is nobody left to tell.
  dog.stdin.on('error', () => undefined);
  return {
    watch: (pid) => dog.stdin.write(`${pid}\n`),
    release: () => dog.stdin.end('released\n'),
  };
}
