import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** A live process. */
export interface SeenProcess {
  /** With the pid it names one process for ever, because pids come round again. Opaque, only compared. */
  startedAt: string;
  /** The command line, arguments parted by spaces. */
  command: string;
}

const run = promisify(execFile);

/** Looks at a process; a dead one, or a zombie nobody has buried yet, is undefined. */
export async function lookAt(pid: number): Promise<SeenProcess | undefined> {
  if (process.platform === 'linux') return lookInProc(pid);
  if (process.platform === 'win32') return lookOnWindows(pid);
  return lookWithPs(pid);
}

/** The pids of all processes with such a command line. */
export async function findProcesses(matches: (command: string) => boolean): Promise<number[]> {
  if (process.platform === 'win32') return [];
  const pids = process.platform === 'linux' ? await pidsInProc() : await pidsFromPs();
  const seen = await Promise.all(pids.map(async (pid) => ({ pid, process: await lookAt(pid) })));
  return seen
    .filter((one) => one.process !== undefined && matches(one.process.command))
    .map((one) => one.pid);
}

/** Linux without `ps`, which small container images lack. */
async function lookInProc(pid: number): Promise<SeenProcess | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
    // The name in brackets may hold anything, spaces and brackets too: count fields after the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startedAt] = [fields[0], fields[19]];
    if (startedAt === undefined || state === 'Z' || state === 'X') return undefined;
    return { startedAt, command: command.replaceAll('\0', ' ').trim() };
  } catch {
    return undefined;
  }
}

/** macOS and the BSDs: state, start ("Mon Nov 24 10:04:00 2025"), command. */
async function lookWithPs(pid: number): Promise<SeenProcess | undefined> {
  try {
    const { stdout } = await run('ps', ['-ww', '-o', 'stat=,lstart=,args=', '-p', String(pid)]);
    const [, state, startedAt, command] = /^\s*(\S+)\s+((?:\S+\s+){4}\S+)\s+(.*)$/m.exec(stdout) ?? [];
    if (startedAt === undefined || command === undefined || state?.startsWith('Z') === true) return undefined;
    return { startedAt, command };
  } catch {
    return undefined;
  }
}

/** Windows tells without further programs only whether the process lives. */
function lookOnWindows(pid: number): SeenProcess | undefined {
  try {
    process.kill(pid, 0);
    return { startedAt: '', command: '' };
  } catch {
    return undefined;
  }
}

async function pidsInProc(): Promise<number[]> {
  const entries = await readdir('/proc');
  return entries.map(Number).filter(Number.isInteger);
}

async function pidsFromPs(): Promise<number[]> {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=']);
  return stdout.trim().split(/\s+/).map(Number);
}
