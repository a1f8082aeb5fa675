import { Option, type Command } from 'commander';
import { requestRun } from '../../database/run-requests.js';
import { knownCities } from '../arguments/choose-cities.js';
import { parseInstant, windowOf } from '../arguments/instants.js';
import { wholeNumber } from '../arguments/count.js';
import { REASONS } from '../arguments/reasons.js';
import { citiesOption, examples, SELECTOR_HELP, withReal } from '../options.js';
import { doRun } from '../runs/do-run.js';
import { inWarehouse, type CommonOptions } from '../session.js';

interface ReplayOptions extends CommonOptions {
  from?: Date;
  to?: Date;
  cities?: string;
  rejected?: boolean;
  reason?: string;
  run?: number;
}

/** Adds `replay`. */
export function addReplay(program: Command): void {
  withReal(program.command('replay'))
    .description(
      'load landed payloads again with the parser as it is now, without any upstream call, and summarise',
    )
    .option('--from <instant>', 'payloads fetched from here on, such as 2026-05-01', parseInstant)
    .option('--to <instant>', 'and before this; now when absent', parseInstant)
    .addOption(
      new Option(
        '--rejected',
        'instead of a range: payloads of which something is still refused, whenever they were fetched',
      ).conflicts(['from', 'to']),
    )
    .addOption(new Option('--reason <reason>', 'with --rejected: only for this reason').choices(REASONS))
    .option('--run <id>', 'with --rejected: only what this run refused', wholeNumber(1, 9_999_999_999))
    .addOption(citiesOption('only these cities'))
    .addHelpText(
      'after',
      `
Times are those of the fetch, not of the weather: UTC days, or instants such as 2026-05-01T13:00Z. Payloads whose
bytes retention removed stay as they are. What loads without fault this time resolves its rejects.`,
    )
    .addHelpText('after', SELECTOR_HELP)
    .addHelpText(
      'after',
      examples(
        ['replay --from 2026-05-01 --to 2026-06-01', 'a month'],
        ['replay --rejected --reason SCHEMA', 'after a mended parser'],
      ),
    )
    .action((options: ReplayOptions, command: Command) => {
      const scope = scopeOf(options, command);
      return inWarehouse(options, async (session) => {
        const cityIds = await knownCities(session.pool, options.cities, session.config.source);
        const id = await requestRun(session.pool, {
          job: 'REPLAY',
          trigger: 'CLI',
          requestedBy: 'cli',
          ...scope,
          parameters: { ...scope.parameters, ...(cityIds && { cityIds }) },
        });
        return doRun(session, id);
      });
    });
}

/** What is loaded again: what was fetched in a range, or of what something is still refused. */
function scopeOf({ from, to, rejected, reason, run }: ReplayOptions, command: Command) {
  if (rejected) {
    const conditions = { ...(reason && { reason }), ...(run !== undefined && { runId: String(run) }) };
    return { parameters: { rejected: conditions } };
  }
  if (reason !== undefined || run !== undefined)
    command.error("error: --reason and --run go with '--rejected'");
  if (!from) command.error("error: required option '--from <instant>' or '--rejected' not specified");
  return { parameters: {}, window: windowOf(from, to ?? new Date()) };
}
