import type { Command } from 'commander';
import { track, type Tracked } from '../../catalogue/tracking.js';
import { listed } from '../arguments/choose-cities.js';
import { describeMinutes, parseEvery } from '../arguments/every.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { examples, SELECTOR_HELP, withJson } from '../options.js';
import { print } from '../output/print.js';
import { counted } from '../output/text.js';
import { describePlan } from '../quota/describe-plan.js';
import { pricePlan } from '../../sources/governor/priced-plan.js';
import { inWarehouse, type CommonOptions, type Session } from '../session.js';

interface TrackOptions extends CommonOptions {
  every?: number;
}

/** Adds `track`. */
export function addTrack(program: Command): void {
  withJson(program.command('track'))
    .description('follow cities: they are due at once; those followed already change to this interval')
    .argument('<spec...>', 'cities')
    .option('--every <time>', 'how often each is asked for; FETCH_INTERVAL_MINUTES when absent', parseEvery)
    .addHelpText('after', SELECTOR_HELP)
    .addHelpText(
      'after',
      examples(
        ['plan US:100', 'would they fit the quota?'],
        ['track US:100', 'the 100 most populous of the US'],
        ['track 5128581 2643743 --every 10m', 'New York and London'],
      ),
    )
    .action((specs: string[], options: TrackOptions) =>
      inWarehouse(options, (session) => follow(session, specs.join(','), options.every)),
    );
}

async function follow(session: Session, selector: string, every: number | undefined): Promise<ExitCode> {
  const { pool, config } = session;
  const intervalMinutes = every ?? config.FETCH_INTERVAL_MINUTES;
  const tracked = await track(pool, selector, { source: config.source, intervalMinutes, by: 'cli' });
  const plan = await pricePlan(pool, config);
  const { cityIds } = tracked;
  print(session, { tracked: cityIds.length, intervalMinutes, source: config.source, ...tracked, plan }, [
    `Following ${counted(cityIds.length, 'city', 'cities')} every ${describeMinutes(intervalMinutes)}.`,
    ...troubles(tracked),
    '',
    'All that is followed:',
    ...describePlan(plan),
  ]);
  if (troubles(tracked).length === 0) return EXIT.DONE;
  return cityIds.length > 0 ? EXIT.PARTLY : EXIT.FAILED;
}

function troubles({ unknownIds, emptyCountries }: Tracked): string[] {
  const lines: string[] = [];
  if (unknownIds.length > 0) {
    lines.push(`Not in the catalogue: ${listed(unknownIds)}. "cities search" finds ids.`);
  }
  if (emptyCountries.length > 0) {
    lines.push(
      `No cities with a known population: ${emptyCountries.join(', ')} (ISO 3166 codes, such as GB).`,
    );
  }
  return lines;
}
