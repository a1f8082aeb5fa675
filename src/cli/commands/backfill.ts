import type { Command } from 'commander';
import { requestRun } from '../../database/run-requests.js';
import { FIRST_ARCHIVE_DAY } from '../../domain/archive.js';
import { DAY, type TimeWindow } from '../../domain/time.js';
import { InvalidInputError } from '../../errors.js';
import type { BackfillPlan } from '../../jobs/backfill/plan.js';
import { priceBackfill } from '../../jobs/backfill/price.js';
import { knownCities } from '../arguments/choose-cities.js';
import { dayOf, parseDay, windowOf } from '../arguments/instants.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { citiesOption, examples, SELECTOR_HELP, withJson } from '../options.js';
import { note, print } from '../output/print.js';
import { counted, duration, number } from '../output/text.js';
import { doRun } from '../runs/do-run.js';
import { inWarehouse, type CommonOptions, type Session } from '../session.js';

interface BackfillOptions extends CommonOptions {
  from: Date;
  to?: Date;
  cities?: string;
  plan?: boolean;
  yes?: boolean;
}

/** Adds `backfill`. */
export function addBackfill(program: Command): void {
  withJson(program.command('backfill'))
    .description(
      'fill history from the Open-Meteo archive: hourly reanalysis; live values are never overwritten',
    )
    .requiredOption(
      '--from <day>',
      'first day, UTC, such as 2025-01-01; 1940-01-01 at the earliest',
      parseDay,
    )
    .option('--to <day>', 'the day after the last; today when absent', parseDay)
    .addOption(citiesOption('of these cities; of all followed ones when absent'))
    .option('--plan', 'only say what it costs')
    .option('--yes', 'start even if it takes more than a day of the archive’s quota')
    .addHelpText(
      'after',
      `
One call a city and month, newest first; the price is said before anything is asked for. A call counts more the more
days and variables it has: 10,000 a day are free, for non-commercial use. Ctrl-C leaves the run to the program that
does it; "cancel" ends it. A run that is taken up again goes on at the call where it stopped.`,
    )
    .addHelpText('after', SELECTOR_HELP)
    .addHelpText(
      'after',
      examples(
        [
          'backfill --from 2025-01-01 --to 2026-01-01 --plan',
          'what does a year of all followed cities cost?',
        ],
        ['backfill --from 2025-01-01 --cities US:10', 'the ten largest of the US, up to yesterday'],
      ),
    )
    .action((options: BackfillOptions) => inWarehouse(options, (session) => backfill(session, options)));
}

async function backfill(session: Session, options: BackfillOptions): Promise<ExitCode> {
  const { pool } = session;
  const window = archiveWindow(options.from, options.to, new Date());
  const cityIds =
    (await knownCities(pool, options.cities, session.config.source)) ?? (await allTracked(session));
  const price = await priceBackfill(pool, session.config, cityIds.length, window);
  const lines = describePrice(price, cityIds.length, window);
  if (options.plan) {
    print(session, { price, cities: cityIds.length, ...window }, lines);
    return EXIT.DONE;
  }
  if (price.days > 1 && !options.yes) {
    throw new InvalidInputError(
      `${lines.join('\n')}\nThat is more than a day of quota: start it with --yes.`,
    );
  }
  note(lines.join('\n'));
  const id = await requestRun(pool, {
    job: 'BACKFILL',
    trigger: 'CLI',
    requestedBy: 'cli',
    parameters: { cityIds },
    window,
  });
  return doRun(session, id, () => Promise.resolve({ document: { price }, lines: [] }));
}

/** @throws InvalidInputError for days that the archive cannot have */
function archiveWindow(from: Date, to: Date | undefined, now: Date): TimeWindow {
  const tomorrow = new Date(+dayOf(now) + DAY);
  const window = windowOf(from, to ?? dayOf(now));
  if (from < FIRST_ARCHIVE_DAY)
    throw new InvalidInputError('--from must not lie before 1940-01-01: the archive begins there.');
  if (window.to > tomorrow)
    throw new InvalidInputError('--to must not lie in the future: the archive has no forecast.');
  return window;
}

/** Fixed when it starts: cities followed later would move the place at which it goes on. */
async function allTracked({ pool }: Session): Promise<number[]> {
  const { rows } = await pool.query<{ city_id: number }>(
    'SELECT city_id FROM tracked_cities ORDER BY city_id',
  );
  if (rows.length > 0) return rows.map((row) => row.city_id);
  throw new InvalidInputError('No city is followed: "track" some, or choose some with --cities.');
}

function describePrice(price: BackfillPlan, cities: number, window: TimeWindow): string[] {
  const { calls, weight, days, fits } = price;
  const [from, last] = [+window.from, +window.to - DAY].map((day) =>
    new Date(day).toISOString().slice(0, 10),
  );
  const pace = Number.isFinite(days)
    ? `the limits make it last ${duration(days * DAY)} or more, with pauses until they begin anew`
    : 'one of its calls is more than a limit allows: it would never end';
  return [
    `${counted(cities, 'city', 'cities')}, ${from ?? ''} to ${last ?? ''}: ${counted(calls, 'call')}, ` +
      `which count as ${number(weight, 1)} with the archive's quota.`,
    fits ? 'What is left of the quota suffices.' : `What is left of the quota does not suffice: ${pace}.`,
  ];
}
