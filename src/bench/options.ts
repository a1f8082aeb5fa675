import { Command, InvalidArgumentError, Option } from 'commander';
import { CONTENDERS } from './contenders.js';
import { QUESTIONS, type Question } from './questions.js';
import { SIZES } from './sizes.js';

export interface Options {
  size: string;
  queries: Question[];
  contenders: string[];
  connections: number[];
  rounds: number;
  seconds: number;
  warmUp: number;
  repeated: boolean;
  memory?: number;
  write: boolean;
}

const some = (known: readonly string[]) => (text: string) => {
  const names = text.split(',');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new InvalidArgumentError(`${unknown} is none of ${known.join(', ')}.`);
  return names;
};

const number = (text: string): number => {
  if (!(Number(text) > 0)) throw new InvalidArgumentError('It must be a number above 0.');
  return Number(text);
};

/** Reads the command line. */
export function readOptions(argv: readonly string[]): Options {
  const questions = Object.keys(QUESTIONS);
  const names = Object.keys(CONTENDERS);
  const program = new Command('npm run bench --')
    .description(
      'Measures this API against other ways to serve the same tables, on a PostgreSQL of its own in data/bench.',
    )
    .addOption(new Option('--size <name>', 'how much data').choices(Object.keys(SIZES)).default('full'))
    .option('--queries <list>', `of ${questions.join(',')}`, some(questions), questions)
    .option('--contenders <list>', `of ${names.join(',')}`, some(names), names)
    .option('--connections <list>', 'how many at once', (text) => text.split(',').map(number), [1, 32])
    .option('--rounds <n>', 'times that every contender has its turn', number, 3)
    .option('--seconds <n>', 'length of a turn', number, 4)
    .option('--warm-up <seconds>', 'load that is not counted, before the turns of a query', number, 16)
    .option('--repeated', 'also ask the same question over and over, with the cache of answers on', false)
    .option('--memory <requests>', 'also measure resident memory over so many requests', number)
    .option('--write', 'write the results into docs/performance.md', false);
  return program.parse([...argv]).opts<Options>();
}
