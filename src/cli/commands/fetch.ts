import type { Command } from 'commander';
import { requestRun } from '../../database/run-requests.js';
import { trackedCities } from '../arguments/choose-cities.js';
import { citiesOption, examples, SELECTOR_HELP, withJson } from '../options.js';
import { doRun } from '../runs/do-run.js';
import { inWarehouse, type CommonOptions } from '../session.js';

interface FetchOptions extends CommonOptions {
  all?: boolean;
  cities?: string;
}

/** Adds `fetch`. */
export function addFetch(program: Command): void {
  withJson(program.command('fetch'))
    .description('ask for the weather of the followed cities that are due, stalest first, within the quota')
    .option('--all', 'of every followed city, due or not')
    .addOption(citiesOption('of these followed cities, due or not').conflicts('all'))
    .addHelpText('after', SELECTOR_HELP)
    .addHelpText(
      'after',
      examples(
        ['fetch', 'what a running program does every minute'],
        ['fetch --cities US:10', 'the ten largest of the US now'],
      ),
    )
    .action((options: FetchOptions) =>
      inWarehouse(options, async (session) => {
        const { pool, config } = session;
        const cityIds = await trackedCities(pool, options.cities, config.source);
        const id = await requestRun(pool, {
          job: 'FETCH',
          trigger: 'CLI',
          requestedBy: 'cli',
          parameters: {
            ...(cityIds && { cityIds }),
            ...((options.all === true || cityIds) && { evenIfNotDue: true }),
          },
        });
        return doRun(session, id);
      }),
    );
}
