import type { Command } from 'commander';
import { requestRun } from '../../database/run-requests.js';
import { knownCities } from '../arguments/choose-cities.js';
import { parseInstant, windowOf } from '../arguments/instants.js';
import { citiesOption, examples, SELECTOR_HELP, withReal } from '../options.js';
import { doRun } from '../runs/do-run.js';
import { inWarehouse, type CommonOptions } from '../session.js';

interface ReplayOptions extends CommonOptions {
  from: Date;
  to?: Date;
  cities?: string;
}

/** Adds `replay`. */
export function addReplay(program: Command): void {
  withReal(program.command('replay'))
    .description(
      'load landed payloads again with the parser as it is now, without any upstream call, and summarise',
    )
    .requiredOption('--from <instant>', 'payloads fetched from here on, such as 2026-05-01', parseInstant)
    .option('--to <instant>', 'and before this; now when absent', parseInstant)
    .addOption(citiesOption('only these cities'))
    .addHelpText(
      'after',
      `
Times are those of the fetch, not of the weather: UTC days, or instants such as 2026-05-01T13:00Z. Payloads whose
bytes retention removed stay as they are. What loads without fault this time resolves its rejects.`,
    )
    .addHelpText('after', SELECTOR_HELP)
    .addHelpText('after', examples(['replay --from 2026-05-01 --to 2026-06-01', 'a month']))
    .action(({ from, to = new Date(), cities, ...options }: ReplayOptions) =>
      inWarehouse(options, async (session) => {
        const window = windowOf(from, to);
        const cityIds = await knownCities(session.pool, cities, session.config.source);
        const id = await requestRun(session.pool, {
          job: 'REPLAY',
          trigger: 'CLI',
          requestedBy: 'cli',
          parameters: cityIds ? { cityIds } : {},
          window,
        });
        return doRun(session, id);
      }),
    );
}
