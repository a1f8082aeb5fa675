/**
 * What sweeps of many cities cost the whole program as `npm start` runs it: calls and rows a second, memory, connections.
 * Usage: npm run bench:sweep -- [--cities 1344] [--minutes 5] [--apart]
 * The program fetches, loads and summarises every city every minute, on an embedded PostgreSQL apart from it. The simulator
 * is within the program, as in the demo, with four weeks of history first; or, with --apart, in another process.
 * Thirty minutes are a soak. Linux only: memory is read from /proc.
 */
import { openPool, JOB_LIMITS } from '../../database/pool.js';
import { MINUTE } from '../../domain/time.js';
import { createLogger } from '../../logger.js';
import { startDemoUpstream } from '../../sources/demo/server.js';
import { describeMachine, loadAverage, peakMegabytes, residentMegabytes } from '../machine.js';
import { onScratchDatabase, type Scratch } from '../scratch.js';
import { sweepOptions, type SweepOptions } from './options.js';
import { startProgram, type RunningProgram } from './program.js';
import { sizesOf, stagesOf, untilIdle } from './runs.js';

const logger = createLogger('warn');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** One line for each minute, which is a sweep. */
async function watch(
  { pid }: RunningProgram,
  pool: ReturnType<typeof openPool>,
  minutes: number,
): Promise<number[]> {
  const peaks: number[] = [];
  say('minute   MB now  MB at most  connections  observations   database, MB');
  for (let minute = 1; minute <= minutes; minute += 1) {
    const peak = await peakMegabytes(pid, MINUTE);
    peaks.push(peak);
    const { connections, observations, megabytes } = await sizesOf(pool);
    const cells = [minute, await residentMegabytes(pid), peak, connections, observations, megabytes];
    say(cells.map((cell, i) => String(cell).padStart([6, 9, 12, 13, 14, 15][i] ?? 0)).join(''));
  }
  return peaks;
}

async function measure({ connectionString, directory }: Scratch, options: SweepOptions): Promise<void> {
  const upstream = options.apart ? await startDemoUpstream({ modelStep: MINUTE, logger }) : undefined;
  const pool = openPool(connectionString, JOB_LIMITS, logger);
  const program = await startProgram({
    databaseUrl: connectionString,
    directory,
    cities: options.cities,
    upstreamUrl: upstream?.url,
  });
  try {
    say(`${options.cities} cities, simulator ${upstream ? 'apart' : 'within the program'}`);
    say(await describeMachine(connectionString, { server: null, load: null }));
    say(`ready: ${await residentMegabytes(program.pid)} MB`);
    const first = await peakMegabytes(program.pid, () => untilIdle(pool));
    say(`first sweep and history: ${first} MB at most, ${(await sizesOf(pool)).observations} observations`);
    const begun = new Date();
    const peaks = await watch(program, pool, options.minutes);
    for (const line of await stagesOf(pool, begun)) say(line);
    say(`memory at most: ${Math.max(first, ...peaks)} MB; load average ${loadAverage()}`);
  } finally {
    await program.stop();
    await upstream?.stop();
    await pool.end();
  }
}

const options = sweepOptions();
await onScratchDatabase(logger, (scratch) => measure(scratch, options));
