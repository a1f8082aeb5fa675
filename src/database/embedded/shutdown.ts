import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../../logger.js';
import { run, type Launcher } from './launcher.js';
import { lookAt } from './processes.js';

/**
 * A running PostgreSQL is asked ever less politely: disconnect everybody and write everything down, then drop
 * everything (the next start recovers from the write-ahead log), then the operating system's axe.
 */
const STEPS = [
  { signal: 'SIGINT', patienceMs: 10_000 },
  { signal: 'SIGQUIT', patienceMs: 10_000 },
  { signal: 'SIGKILL', patienceMs: 5_000 },
] as const;

/** How a signal gets to a server: a system call, but on Windows PostgreSQL's own tool. */
export type SendSignal = (pid: number, signal: NodeJS.Signals) => Promise<void>;

export function signalSender(launcher: Launcher, pgCtl: string): SendSignal {
  return async (pid, signal) => {
    if (process.platform === 'win32')
      await run(launcher, pgCtl, ['kill', signal.replace('SIG', ''), String(pid)]);
    else sendSignal(pid, signal);
  };
}

/** Stops a server and waits until its process is gone. */
export async function shutDown(pid: number, send: SendSignal, logger: Logger): Promise<void> {
  const startedAt = (await lookAt(pid))?.startedAt;
  for (const { signal, patienceMs } of STEPS) {
    if (startedAt === undefined) return;
    await send(pid, signal);
    for (let waited = 0; waited < patienceMs; waited += 50) {
      if ((await lookAt(pid))?.startedAt !== startedAt) return;
      await sleep(50);
    }
    logger.warn({ pid, signal }, `PostgreSQL did not stop within ${patienceMs / 1000} s of ${signal}`);
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // Already gone: what we wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
