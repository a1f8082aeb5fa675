/** The benchmark: `npm run bench -- --help`. */
import path from 'node:path';
import { checkAnswers } from './check-answers.js';
import { compileOurs } from './compile.js';
import { CONTENDERS, REPEATED, type Contender } from './contenders.js';
import { LoadGenerator } from './drive.js';
import { chooseCores, describeMachine, loadAverage, stayOn, type Cores } from './machine.js';
import { processorClock } from './processor.js';
import { measure, type Entrant } from './measure.js';
import { measureMemory } from './memory.js';
import { readOptions, type Options } from './options.js';
import { installPeers, preparePostgraphile } from './peers.js';
import { startContender } from './processes.js';
import { QUESTIONS } from './questions.js';
import { tables } from './report.js';
import { SIZES, type Size } from './sizes.js';
import { openWarehouse } from './warehouse/build.js';
import { writeResults } from './write-results.js';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

interface Stage {
  options: Options;
  size: Size;
  database: string;
  cores: Cores;
  load: LoadGenerator;
  /** See Plan. */
  processorSeconds: (pid: number) => Promise<number>;
}

async function withContenders<T>(
  { database, cores }: Stage,
  contenders: readonly Contender[],
  task: (entrants: Entrant[]) => Promise<T>,
): Promise<T> {
  const entrants: Entrant[] = [];
  try {
    for (const contender of contenders) {
      entrants.push({ contender, running: await startContender(contender, database, cores.server) });
    }
    return await task(entrants);
  } finally {
    await Promise.all(entrants.map(({ running }) => running.stop()));
  }
}

/** Everybody, each request another one. */
function compare(stage: Stage): Promise<string> {
  const { options, size, load, processorSeconds } = stage;
  const contenders = options.contenders.map((name) => CONTENDERS[name]).filter((one) => one !== undefined);
  return withContenders(stage, contenders, async (entrants) => {
    const answering = entrants.map(({ contender, running }) => ({ contender, url: running.url }));
    await checkAnswers(answering, options.queries, size);
    say('All answer alike');
    const turns = await measure(
      load,
      { ...options, questions: options.queries, entrants, size, processorSeconds },
      say,
    );
    return tables(turns, CONTENDERS.rows?.label ?? '');
  });
}

/** Our cache of answers against a server that holds the bytes. */
function repeat(stage: Stage): Promise<string> {
  const { options, size, load, processorSeconds } = stage;
  const plan = {
    ...options,
    processorSeconds,
    questions: options.queries,
    connections: [32],
    size,
    different: 1,
  };
  return withContenders(stage, Object.values(REPEATED), async ([ours, same]) => {
    const turns = [];
    for (const question of options.queries) {
      if (!ours || !same) break;
      // It holds the bytes of its first answer: a new one for each question.
      const entrants = [ours, await fresh(stage, same)];
      turns.push(...(await measure(load, { ...plan, questions: [question], entrants }, say)));
      await entrants[1]?.running.stop();
    }
    return `The same request over and over:\n\n${tables(turns, same?.contender.label ?? '')}`;
  });
}

const fresh = async ({ database, cores }: Stage, { contender }: Entrant): Promise<Entrant> => ({
  contender,
  running: await startContender(contender, database, cores.server),
});

function remember(stage: Stage, requests: number): Promise<string> {
  const ours = CONTENDERS.ours;
  if (!ours) return Promise.resolve('');
  return withContenders(stage, [ours], async ([entrant]) =>
    entrant ? measureMemory(stage.load, entrant, stage.size, requests) : '',
  );
}

async function perform(stage: Stage): Promise<string> {
  const { options, size, database, cores } = stage;
  const before = loadAverage();
  const parts = [await compare(stage)];
  if (options.repeated) parts.push(await repeat(stage));
  if (options.memory !== undefined) parts.push(await remember(stage, options.memory));
  const head = [
    `${new Date().toISOString().slice(0, 10)}, ${await describeMachine(database, cores)}.`,
    `${size.cities} cities, ${size.days} days; medians of ${options.rounds} rounds of ${options.seconds} s;`,
    `load average ${before} at the start, ${loadAverage()} at the end.`,
    ...options.queries.map((question) => `\n${question}: ${QUESTIONS[question]}.`),
  ];
  return [head.join(' ').replaceAll(' \n', '\n'), ...parts].join('\n\n');
}

async function main(): Promise<void> {
  const options = readOptions(process.argv);
  const size = SIZES[options.size];
  if (!size) return;
  const cores = chooseCores();
  stayOn(cores.server);
  await compileOurs(say);
  await installPeers(say);
  say(`Preparing ${size.cities} cities × ${size.days} days`);
  const database = await openWarehouse(path.resolve('data/bench', options.size), size, say);
  const load = new LoadGenerator(cores.load);
  try {
    await preparePostgraphile(database.connectionString);
    const url = database.connectionString;
    const processorSeconds = await processorClock(url);
    const results = await perform({ options, size, database: url, cores, load, processorSeconds });
    process.stdout.write(`${results}\n`);
    if (options.write) await writeResults('docs/performance.md', results);
  } finally {
    await load.stop();
    await database.stop();
  }
}

await main();
