import type { Pool } from 'pg';
import type { Config } from '../../config/load.js';
import { diskIsFull, MAKE_ROOM } from '../../database/disk-full.js';
import { run, sqlFile } from '../../database/sql.js';
import { counted, number } from '../output/text.js';
import { describeMinutes } from '../arguments/every.js';
import { describeFit } from '../quota/describe-plan.js';
import { pricePlan, type PricedPlan } from '../../sources/governor/priced-plan.js';
import { fail, ok, warn, type Finding } from './finding.js';

const WAREHOUSE = sqlFile(import.meta.url, 'warehouse.sql');
/** Run ids named in a sentence at most. */
const NAMED = 5;

export interface WarehouseFacts {
  cities: number;
  hasCatalogue: boolean;
  isDemo: boolean | null;
  tracked: number;
  trackedElsewhere: number;
  orphans: string[];
  waiting: string[];
  pending: number;
  pauses: string[];
  failingChecks: string[];
}

/** What is in a warehouse whose schema is up to date. */
export async function warehouseFindings(pool: Pool, config: Config): Promise<Finding[]> {
  const { rows } = await run<WarehouseFacts>(pool, WAREHOUSE, [config.source]);
  const [facts] = rows;
  if (!facts) throw new Error('The database answered a question about itself without a row');
  return [
    kindOf(facts, config.demo),
    catalogueOf(facts),
    trackingOf(facts, config),
    quotaOf(await pricePlan(pool, config)),
    pausesOf(facts),
    runsOf(facts),
    roomOf(await diskIsFull(pool)),
    payloadsOf(facts),
    checksOf(facts),
  ];
}

export function kindOf({ isDemo }: WarehouseFacts, demo: boolean): Finding {
  const says = (simulated: boolean): string => `${simulated ? 'simulated' : 'real'} weather`;
  if (isDemo === null || isDemo === demo) return ok('contents', says(demo));
  return fail(
    'contents',
    `this database holds ${says(isDemo)}, but the settings ask for ${says(demo)}`,
    'Use another database for it: the two never meet.',
  );
}

export function catalogueOf({ cities, hasCatalogue }: WarehouseFacts): Finding {
  if (hasCatalogue && cities > 0) return ok('catalogue', counted(cities, 'place'));
  return warn('catalogue', 'not loaded', 'Start the program, or any other command: it loads the catalogue.');
}

export function trackingOf(
  { tracked, trackedElsewhere }: WarehouseFacts,
  { source }: Pick<Config, 'source'>,
): Finding {
  const others =
    trackedElsewhere > 0 ? `; ${number(trackedElsewhere)} with another source, not asked for now` : '';
  const says = `${counted(tracked, 'city', 'cities')} followed with source ${source}${others}`;
  return tracked > 0 ? ok('cities', says) : warn('cities', says, 'Follow some: track US:50.');
}

export function quotaOf(plan: PricedPlan): Finding {
  const says =
    `${number(plan.wantedPerMinute, 1)} calls a minute wanted of ${number(plan.allowedPerMinute, 1)} that last, ` +
    `${number(plan.wantedPerMonth)} a month; a sweep takes ${describeMinutes(plan.sweepMinutes)}`;
  if (plan.fits) return ok('quota', says);
  return warn('quota', says, `It does not fit (${describeFit(plan)}).`);
}

export function pausesOf({ pauses }: WarehouseFacts): Finding {
  if (pauses.length === 0) return ok('upstream', 'no source is paused');
  return warn(
    'upstream',
    `paused: ${pauses.join('; ')}`,
    'It goes on by itself; the reason says what to mend.',
  );
}

export function runsOf({ orphans, waiting }: WarehouseFacts): Finding {
  if (orphans.length + waiting.length === 0) return ok('runs', 'none without an owner');
  const named = (ids: string[]): string => ids.slice(0, NAMED).join(', ') + (ids.length > NAMED ? ', …' : '');
  const parts = [
    ...(orphans.length > 0 ? [`their owner is silent: ${named(orphans)}`] : []),
    ...(waiting.length > 0 ? [`nobody has taken them for 2 minutes: ${named(waiting)}`] : []),
  ];
  return warn(
    'runs',
    `runs without an owner; ${parts.join('; ')}`,
    'Start a program with ROLE=all or worker: it takes them up. Or end them: cancel <run>.',
  );
}

export function roomOf(isFull: boolean): Finding {
  if (!isFull) return ok('room', 'no run failed lately because the disk of the database is full');
  return fail('room', 'runs fail because the disk of the database is full', MAKE_ROOM);
}

export function payloadsOf({ pending }: WarehouseFacts): Finding {
  if (pending === 0) return ok('payloads', 'none has waited to be loaded for 10 minutes');
  const says = `${counted(pending, 'payload')} landed more than 10 minutes ago, not loaded yet`;
  return warn(
    'payloads',
    says,
    'Start the program, or "load" them; if they stay, "runs --job LOAD" says why.',
  );
}

export function checksOf({ failingChecks }: WarehouseFacts): Finding {
  if (failingChecks.length === 0) return ok('data', 'no check found an error when it last looked');
  return fail('data', `checks that found errors: ${failingChecks.join(', ')}`, '"check" shows the rows.');
}
