import { Option, type Command } from 'commander';
import { requestRun } from '../../database/run-requests.js';
import { examples, withReal } from '../options.js';
import { doRun } from '../runs/do-run.js';
import { inWarehouse, type CommonOptions } from '../session.js';
import { loadFile } from './load-file.js';

interface LoadOptions extends CommonOptions {
  file?: string;
  units: string;
}

const HELP = `
Without --file: payloads that were landed and not yet read, in the database of the settings.
With --file: OpenWeatherMap replies, one JSON document a line, plain or gzip: recorded replies, or bulk snapshots
(--units standard). Each line goes to the city of the catalogue that it names or is nearest to. Recorded weather is
real: it is loaded into DATABASE_URL, or the database in DATA_DIR, never into the demo's; no key is needed. Commands
beside it see that database with --real, or with a key or WEATHER_SOURCE set.
The run is PARTIAL, and the exit code 3, when items were refused: "rejects" lists them.`;

/** Adds `load`. */
export function addLoad(program: Command): void {
  withReal(program.command('load'))
    .description('read landed payloads, or a file of recorded replies, into observations')
    .option('--file <path>', 'a file of replies, one JSON document a line, plain or gzip')
    .addOption(
      new Option('--units <system>', 'unit system of the file’s replies, which do not state it')
        .choices(['metric', 'imperial', 'standard'])
        .default('metric', 'metric: °C, m/s; imperial: °F, mph; standard: K, m/s'),
    )
    .addHelpText('after', HELP)
    .addHelpText(
      'after',
      examples(
        ['load', 'what waits'],
        ['load --file replies.jsonl.gz --units imperial', 'recorded replies'],
        ['load --file weather_14.json.gz --units standard', 'a bulk snapshot, in Kelvin'],
      ),
    )
    .action(({ file, ...options }: LoadOptions) =>
      file === undefined
        ? inWarehouse(options, async (session) => {
            const request = { job: 'LOAD', trigger: 'CLI', requestedBy: 'cli' } as const;
            return doRun(session, await requestRun(session.pool, request));
          })
        : inWarehouse({ ...options, real: true }, (session) => loadFile(session, file, options.units)),
    );
}
