import { Option, type Command } from 'commander';
import type { Pool } from 'pg';
import { loadConfig } from '../config/load.js';
import { InvalidInputError, messageOf } from '../errors.js';
import type { ActiveRun } from '../jobs/active-run.js';
import { beginRun } from '../jobs/begin.js';
import { landFile, type FileCounts } from '../load/file.js';
import type { LoadCounts } from '../load/load-counts.js';
import { loadPending } from '../load/load-pending.js';
import { createLogger, type Logger } from '../logger.js';
import { identifyReply } from '../sources/openweathermap/identify.js';
import { parsePayload, parserVersion, type UnitSystem } from '../sources/parse.js';
import { transformStale } from '../transform/transform-stale.js';
import { print, progressLine } from './output.js';
import { openWarehouse } from './warehouse.js';

interface LoadOptions {
  file: string;
  units: string;
  json?: boolean;
}

/** Adds `load --file`: recorded replies of OpenWeatherMap, from a file into the warehouse. */
export function addLoad(program: Command): void {
  program
    .command('load')
    .description(
      'land and load a file of recorded OpenWeatherMap replies: one JSON document a line, plain or gzip',
    )
    .requiredOption('--file <path>', 'the file')
    .addOption(
      new Option('--units <system>', 'unit system the replies were asked for in; they do not state it')
        .choices(['metric', 'imperial', 'standard'])
        .default('metric'),
    )
    .option('--json', 'print the counts as JSON')
    .action(async (options: LoadOptions) => {
      // No calls are made, so that no key is needed; recorded weather is real and stays out of a demo's database.
      const config = loadConfig(undefined, { source: 'OPENWEATHERMAP' });
      const logger = createLogger(config.LOG_LEVEL);
      const warehouse = await openWarehouse(config, logger);
      try {
        const counts = await loadFile(warehouse.pool, options, config.MOVING_AVERAGE_WINDOWS, logger);
        print(counts, options.json ?? false);
      } finally {
        await warehouse.close();
      }
    });
}

async function loadFile(
  pool: Pool,
  options: LoadOptions,
  windows: readonly number[],
  logger: Logger,
): Promise<FileCounts & LoadCounts> {
  const run = await beginRun(pool, 'LOAD', 'cli', {}, logger);
  try {
    const landed = await land(pool, run, options);
    const loaded = await load(pool, run);
    await transformStale(pool, {
      windows: [...windows],
      fence: run.fence,
      onProgress: (delta) => run.count(delta),
    });
    await run.finish(loaded.rejects > 0 ? 'PARTIAL' : 'SUCCEEDED', null);
    return { ...landed, ...loaded };
  } catch (error) {
    await run.finish('FAILED', messageOf(error));
    throw error;
  }
}

async function land(pool: Pool, run: ActiveRun, options: LoadOptions): Promise<FileCounts> {
  const landed = await landFile(pool, options.file, {
    source: 'OPENWEATHERMAP',
    units: unitSystem(options.units),
    runId: run.row.id,
    identify: identifyReply,
    fence: run.fence,
    onProgress: ({ lines, bytesRead, totalBytes }) =>
      progressLine('lines landed', lines, bytesRead / totalBytes),
  });
  run.count({ payloads: landed.landed });
  return landed;
}

function load(pool: Pool, run: ActiveRun): Promise<LoadCounts> {
  return loadPending(pool, {
    parse: parsePayload,
    parserVersion,
    fence: run.fence,
    runId: run.row.id,
    onProgress: (delta) => run.count(delta),
  });
}

function unitSystem(name: string): UnitSystem {
  if (name === 'metric') return 'METRIC';
  if (name === 'imperial') return 'IMPERIAL';
  if (name === 'standard') return 'STANDARD';
  throw new InvalidInputError(`--units must be metric, imperial or standard (it is "${name}")`);
}
