import type { Contender } from './contenders.js';
import { bodiesOf, type LoadGenerator, type Measured } from './drive.js';
import type { Running } from './processes.js';
import type { Question } from './questions.js';
import type { Size } from './sizes.js';

export interface Entrant {
  contender: Contender;
  running: Running;
}

export interface Turn {
  question: Question;
  connections: number;
  label: string;
  measured: Measured;
  /** Processor time of server and database for one request, ms; what others do on the machine matters less to it. */
  processor: number;
}

interface Plan {
  entrants: readonly Entrant[];
  questions: readonly Question[];
  connections: readonly number[];
  rounds: number;
  seconds: number;
  /** Seconds of load that are not counted: until everybody's code is compiled for speed and the data in memory. */
  warmUp: number;
  size: Size;
  /** Different requests; 1 asks the same over and over. */
  different?: number;
  /** Processor time that a server and its database have taken so far. */
  processorSeconds: (pid: number) => Promise<number>;
}

/** Gives every contender its turn, round by round: what disturbs the machine disturbs them all alike. */
export async function measure(load: LoadGenerator, plan: Plan, say: (line: string) => void): Promise<Turn[]> {
  const turns: Turn[] = [];
  for (const question of plan.questions) {
    const asked = plan.entrants.filter(({ contender }) => contender.queries[question] !== undefined);
    for (const { contender, running } of asked) {
      const bodies = bodiesOf(contender, question, plan.size, plan.different);
      await load.run({
        url: running.url,
        bodies,
        connections: Math.max(...plan.connections),
        seconds: plan.warmUp,
      });
    }
    for (let round = 1; round <= plan.rounds; round += 1) {
      for (const connections of plan.connections) {
        for (const { contender, running } of asked) {
          const bodies = bodiesOf(contender, question, plan.size, plan.different);
          const before = await plan.processorSeconds(running.pid);
          const measured = await load.run({ url: running.url, bodies, connections, seconds: plan.seconds });
          const spent = (await plan.processorSeconds(running.pid)) - before;
          const processor = (1000 * spent) / measured.requests;
          turns.push({ question, connections, label: contender.label, measured, processor });
          say(
            `  ${question} ${connections} ${contender.label}: ${measured.rate.toFixed(0)}/s, ${processor.toFixed(2)} ms`,
          );
        }
      }
    }
  }
  const failed = turns.find(({ measured }) => measured.failed > 0);
  if (failed)
    throw new Error(`${failed.label} failed ${failed.measured.failed} requests of ${failed.question}`);
  return turns;
}
