import type { Command } from 'commander';
import { chooseCities } from '../arguments/choose-cities.js';
import { describeMinutes, parseEvery } from '../arguments/every.js';
import { EXIT } from '../exit-codes.js';
import { examples, SELECTOR_HELP, withJson } from '../options.js';
import { print } from '../output/print.js';
import { number } from '../output/text.js';
import { describePlan } from '../quota/describe-plan.js';
import { pricePlan } from '../../sources/governor/priced-plan.js';
import { inWarehouse, type CommonOptions } from '../session.js';

interface PlanOptions extends CommonOptions {
  every?: number;
}

/** Adds `plan`. */
export function addPlan(program: Command): void {
  withJson(program.command('plan'))
    .description('does it fit the quota? The followed cities, and those of <spec> as if they were followed')
    .argument('[spec...]', 'cities to price beside those followed')
    .option('--every <time>', 'how often those are asked for; FETCH_INTERVAL_MINUTES when absent', parseEvery)
    .addHelpText('after', SELECTOR_HELP)
    .addHelpText(
      'after',
      `
Nothing is asked for or changed. Where it does not fit, every interval stretches by the same factor and the exit code
is 3. The long run is what is left of each period's quota, spread evenly over what is left of the period.`,
    )
    .addHelpText('after', examples(['plan', 'as it is'], ['plan US:1000 --every 30m', 'before "track"']))
    .action((specs: string[], options: PlanOptions) =>
      inWarehouse(options, async (session) => {
        const { pool, config } = session;
        const intervalMinutes = options.every ?? config.FETCH_INTERVAL_MINUTES;
        const chosen =
          specs.length > 0
            ? await chooseCities(pool, specs.join(','), config.source)
            : { ids: [], untracked: [] };
        const plan = await pricePlan(pool, config, { ids: chosen.ids, intervalMinutes });
        const added = { cities: chosen.ids.length, new: chosen.untracked.length, intervalMinutes };
        const lines = [
          `With ${number(added.cities)} cities every ${describeMinutes(intervalMinutes)}, ${number(added.new)} of them new:`,
        ];
        print(session, { plan, added: specs.length > 0 ? added : null }, [
          ...(specs.length > 0 ? lines : []),
          ...describePlan(plan),
        ]);
        return plan.fits ? EXIT.DONE : EXIT.PARTLY;
      }),
    );
}
