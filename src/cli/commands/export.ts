import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Argument, Option, type Command } from 'commander';
import { openPool } from '../../database/pool.js';
import { SECOND } from '../../domain/time.js';
import { InvalidInputError } from '../../errors.js';
import { parseExport, type ExportRequest } from '../../export/arguments/request.js';
import { DATASETS, type Dataset } from '../../export/datasets.js';
import { beginExport, EXPORT_LIMITS } from '../../export/export.js';
import { FORMATS, type FormatName } from '../../export/formats/format.js';
import { planExport } from '../../export/plan.js';
import { ArgumentError } from '../../graphql/errors.js';
import { LoaderCache } from '../../graphql/loaders/loader-cache.js';
import { EXIT, InterruptedError, type ExitCode } from '../exit-codes.js';
import { examples, withReal } from '../options.js';
import { Progress } from '../output/progress.js';
import { counted, number } from '../output/text.js';
import { print } from '../output/print.js';
import { inWarehouse, type CommonOptions, type Session } from '../session.js';

interface ExportOptions extends CommonOptions {
  format: FormatName;
  output: string;
  [argument: string]: unknown;
}

/** Options that are arguments of the address, under the API's names. */
const ARGUMENTS: readonly (readonly [flags: string, argument: string, description: string])[] = [
  ['--city <ids>', 'cityIds', 'GeoNames ids with commas between; "cities search" finds them'],
  ['--tracked <yes>', 'tracked', 'true: the cities followed; false: the others that have data'],
  ['--country <code>', 'countryCode', 'the cities of a country: ISO 3166, such as US'],
  ['--from <instant>', 'from', 'from this instant on; of daily summaries, this day'],
  ['--to <instant>', 'to', 'up to this instant; of daily summaries, this day included'],
  ['--past <duration>', 'past', 'the time up to now: P30D, PT36H'],
  ['--units <system>', 'units', 'METRIC, IMPERIAL or SCIENTIFIC'],
  ['--parameters <names>', 'parameters', 'only these measurements: AIR_TEMPERATURE,PRECIPITATION'],
  ['--source <name>', 'source', 'only observations of this source'],
  ['--window-hours <n>', 'windowHours', 'window of moving averages, hours'],
  ['--frame <frame>', 'frame', 'what the window is: RANGE (hours that exist) or ROWS (of the calendar)'],
  ['--fill <method>', 'fill', 'how gaps are filled: NONE, PREVIOUS, LINEAR or MEAN'],
  ['--max-gap-hours <n>', 'maxGapHours', 'longest gap that is filled, hours'],
  ['--min-coverage <share>', 'minCoverage', 'only what was observed at least so far, 0 to 1'],
  ['--after <key>', 'after', 'only what follows this row: its first columns with commas between'],
  ['--limit <rows>', 'limit', 'so many rows at most'],
];

/** Adds `export`. */
export function addExport(program: Command): void {
  const command = withReal(program.command('export'))
    .description('write observations, summaries or averages to a file: what the address /export answers')
    .addArgument(new Argument('<dataset>', 'what is exported').choices(DATASETS))
    .addOption(new Option('--format <format>', 'how it is written').choices(FORMATS).default('csv'))
    .requiredOption('--output <file>', 'where it is written; an existing file is replaced at the end');
  for (const [flags, , description] of ARGUMENTS) command.option(flags, description);
  command
    .addHelpText(
      'after',
      examples(
        ['export observations --city 5128581 --past P30D --format parquet --output new-york.parquet', ''],
        ['export daily-summaries --tracked true --past P365D --units IMPERIAL --output days.csv', ''],
      ),
    )
    .action((dataset: Dataset, options: ExportOptions) =>
      inWarehouse(options, (session) => write(session, dataset, options)),
    );
}

async function write(session: Session, dataset: Dataset, options: ExportOptions): Promise<ExitCode> {
  const { config, url, logger, interrupt } = session;
  const request = requestOf(dataset, options, config.MOVING_AVERAGE_WINDOWS);
  const pool = openPool(config.DATABASE_READ_URL ?? url, EXPORT_LIMITS, logger);
  const progress = new Progress();
  const unfinished = `${options.output}.part`;
  try {
    const now = Date.now() / SECOND;
    const plan = await planExport({ read: pool, now, loaders: new LoaderCache() }, request);
    const { file, rowCount } = await beginExport(pool, plan, options.format, now);
    const counter = counting((bytes) => progress.show('KB written', Math.round(bytes / 1000), 0));
    await pipeline(file, counter.stream, createWriteStream(unfinished), { signal: interrupt });
    const rows = await rowCount();
    await rename(unfinished, options.output);
    progress.end();
    const { bytes } = counter;
    print(session, { file: options.output, rows, bytes: bytes() }, [
      `Wrote ${counted(rows, 'row')}, ${number(bytes() / 1e6, 1)} MB, to ${options.output}.`,
    ]);
    return EXIT.DONE;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw interrupt.aborted ? new InterruptedError('Interrupted: no file was written.') : error;
  } finally {
    progress.end();
    await pool.end();
  }
}

function requestOf(dataset: Dataset, options: ExportOptions, windows: readonly number[]): ExportRequest {
  const given = new URLSearchParams();
  for (const [flags, argument] of ARGUMENTS) {
    const value = options[new Option(flags).attributeName()];
    if (typeof value === 'string') given.append(argument, value);
  }
  try {
    return parseExport(dataset, given, windows);
  } catch (error) {
    throw error instanceof ArgumentError ? new InvalidInputError(error.message) : error;
  }
}

/** A stream that says how much went through it. */
function counting(onBytes: (bytes: number) => void): { stream: Transform; bytes: () => number } {
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      onBytes(bytes);
      done(null, chunk);
    },
  });
  return { stream, bytes: () => bytes };
}
