import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Contender } from './contenders.js';

/** A contender that answers. */
export interface Running {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts a module of ours or of a peer's in a process, on a core of its own where that can be had. */
export function startModule(
  script: string,
  parameters: readonly string[],
  core: number | null,
): ChildProcess {
  const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const command = [process.execPath, ...loader, script, ...parameters];
  const [program = '', ...rest] = core === null ? command : ['taskset', '-c', String(core), ...command];
  return spawn(program, rest, { stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Starts a contender and waits for the line that says where it is. */
export async function startContender(
  { script, parameters, label }: Contender,
  database: string,
  core: number | null,
): Promise<Running> {
  const child = startModule(script, [...parameters, '--database', database], core);
  const url = await firstLine(child);
  if (url === undefined || child.pid === undefined) throw new Error(`${label} does not start`);
  return { url, pid: child.pid, stop: () => stopProcess(child) };
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (!child.stdout) return undefined;
  for await (const line of createInterface({ input: child.stdout })) return line;
  return undefined;
}

export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
