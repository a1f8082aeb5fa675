import type { Command } from 'commander';
import { rebuild } from '../../transform/rebuild.js';
import { knownCities } from '../arguments/choose-cities.js';
import { parseInstant, windowOf } from '../arguments/instants.js';
import { citiesOption, examples, SELECTOR_HELP, withReal } from '../options.js';
import type { ExitCode } from '../exit-codes.js';
import { print } from '../output/print.js';
import { Progress } from '../output/progress.js';
import { doOwnRun } from '../runs/own-run.js';
import { describeRun, exitCodeOf } from '../runs/run-row.js';
import { inWarehouse, type CommonOptions, type Session } from '../session.js';

interface RebuildOptions extends CommonOptions {
  from?: Date;
  to?: Date;
  cities?: string;
}

/** Adds `rebuild`. */
export function addRebuild(program: Command): void {
  withReal(program.command('rebuild'))
    .description(
      'summarise hours again from their observations, whether touched or not; values do not change',
    )
    .option('--from <instant>', 'hours from here on, such as 2026-05-01; the first when absent', parseInstant)
    .option('--to <instant>', 'and before this; up to the last when absent', parseInstant)
    .addOption(citiesOption('only these cities'))
    .addHelpText(
      'after',
      `
For after a change of how summaries are made, or of a city's time zone. Works inside this command; transforms of a
running program wait meanwhile.`,
    )
    .addHelpText('after', SELECTOR_HELP)
    .addHelpText(
      'after',
      examples(['rebuild', 'all'], ['rebuild --cities 5128581 --from 2026-05-01', 'a part']),
    )
    .action((options: RebuildOptions) => inWarehouse(options, (session) => doRebuild(session, options)));
}

async function doRebuild(session: Session, options: RebuildOptions): Promise<ExitCode> {
  const { pool, config } = session;
  const { from, to } = options;
  if (from && to) windowOf(from, to);
  const cityIds = await knownCities(pool, options.cities, config.source);
  const progress = new Progress();
  const own = {
    job: 'TRANSFORM',
    parameters: cityIds ? { cityIds } : {},
    whenInterrupted: 'The hours marked so far will be summarised by the next transform.',
  } as const;
  const run = await doOwnRun(session, own, async (active) => {
    await rebuild(pool, {
      windows: config.MOVING_AVERAGE_WINDOWS,
      fence: active.fence,
      signal: active.signal,
      cityIds,
      from,
      to,
      onProgress: ({ done, total, ...delta }) => {
        active.count(delta);
        active.progress(done, total);
        progress.show('cities rebuilt', done, total);
      },
    });
    return { status: 'SUCCEEDED' };
  }).finally(() => progress.end());
  print(session, { run, followed: [] }, describeRun(run));
  return exitCodeOf(run);
}
