import type { Command } from 'commander';
import { requestRefresh } from '../../database/run-requests.js';
import { trackedCities } from '../arguments/choose-cities.js';
import { citiesOption, SELECTOR_HELP, withJson } from '../options.js';
import { doRun } from '../runs/do-run.js';
import { inWarehouse, type CommonOptions } from '../session.js';

/** Adds `refresh`. */
export function addRefresh(program: Command): void {
  withJson(program.command('refresh'))
    .description(
      'fetch, load and transform now, whether due or not; while such a run is active it is followed instead',
    )
    .addOption(citiesOption('only these followed cities'))
    .addHelpText('after', SELECTOR_HELP)
    .action((options: CommonOptions & { cities?: string }) =>
      inWarehouse(options, async (session) => {
        const { pool, config } = session;
        const cityIds = (await trackedCities(pool, options.cities, config.source)) ?? null;
        return doRun(session, await requestRefresh(pool, { requestedBy: 'cli', cityIds, trigger: 'CLI' }));
      }),
    );
}
