import type { ChildProcess } from 'node:child_process';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Contender } from './contenders.js';
import { startModule, stopProcess } from './processes.js';
import { variablesOf, type Question } from './questions.js';
import type { Size } from './sizes.js';

/** What the load generator is to do. */
export interface Job {
  url: string;
  /** Sent in turn by each connection. */
  bodies: string[];
  connections: number;
  seconds: number;
  /** Requests in all, instead of seconds. */
  amount?: number;
}

export interface Measured {
  /** Requests a second. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Requests answered. */
  requests: number;
  /** Requests that got no answer, or no 2xx. */
  failed: number;
}

/** Requests that differ from each other; then they come again. */
const DIFFERENT = 480;

/** The bodies of a question, different ones or one only. */
export function bodiesOf(contender: Contender, question: Question, size: Size, count = DIFFERENT): string[] {
  const query = contender.queries[question];
  return Array.from({ length: count }, (_, number) => {
    const variables = variablesOf(question, size, number);
    return JSON.stringify({ operationName: question, query, variables });
  });
}

/** The process that makes the load. */
export class LoadGenerator {
  private readonly child: ChildProcess;
  private readonly lines: AsyncIterator<string, undefined>;
  private readonly reader: Interface;

  constructor(core: number | null) {
    this.child = startModule(fileURLToPath(new URL('load.ts', import.meta.url)), [], core);
    if (!this.child.stdout) throw new Error('The load generator has no output');
    this.reader = createInterface({ input: this.child.stdout });
    this.lines = this.reader[Symbol.asyncIterator]();
  }

  async run(job: Job): Promise<Measured> {
    this.child.stdin?.write(`${JSON.stringify(job)}\n`);
    const line = await this.lines.next();
    if (line.done === true) throw new Error('The load generator ended');
    return JSON.parse(line.value) as Measured;
  }

  async stop(): Promise<void> {
    this.reader.close();
    await stopProcess(this.child);
  }
}
