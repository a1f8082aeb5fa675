import type { Command } from 'commander';
import { untrack } from '../../catalogue/tracking.js';
import { chooseCities, listed } from '../arguments/choose-cities.js';
import { EXIT } from '../exit-codes.js';
import { SELECTOR_HELP, withReal } from '../options.js';
import { print } from '../output/print.js';
import { counted } from '../output/text.js';
import { inWarehouse, type CommonOptions } from '../session.js';

/** Adds `untrack`. */
export function addUntrack(program: Command): void {
  withReal(program.command('untrack'))
    .description('follow cities no longer; what is known of them stays')
    .argument('<spec...>', 'cities')
    .addHelpText('after', SELECTOR_HELP)
    .action((specs: string[], options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const { pool, config } = session;
        const { ids, unknown } = await chooseCities(pool, specs.join(','), config.source);
        const cityIds = await untrack(pool, ids, 'cli');
        const ended = new Set(cityIds);
        const notTracked = [...ids.filter((id) => !ended.has(id)), ...unknown];
        print(session, { untracked: cityIds.length, cityIds, notTracked }, [
          `Following ${counted(cityIds.length, 'city', 'cities')} no longer.`,
          ...(notTracked.length > 0 ? [`Not followed before: ${listed(notTracked)}.`] : []),
        ]);
        return notTracked.length === 0 ? EXIT.DONE : EXIT.PARTLY;
      }),
    );
}
