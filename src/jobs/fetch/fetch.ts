import { currentPlan } from '../../sources/governor/priced-plan.js';
import type { ActiveRun } from '../active-run.js';
import type { JobResult } from '../worker.js';
import { CityQueue, type FetchScope } from './cities.js';
import { Sweep, type FetchDependencies } from './sweep.js';

/**
 * Asks for the weather of every city in scope, stalest first, as fast as the governor lets, and lands each
 * answer before anything reads it. Cities that fall due meanwhile are for the next run.
 */
export async function fetchCities(
  deps: FetchDependencies,
  run: ActiveRun,
  scope: FetchScope,
): Promise<JobResult> {
  const { pool, governor } = deps;
  const plan = await currentPlan(pool, governor.source, governor.limits, new Date());
  if (plan.stretch > 1) run.logger.info(plan, 'The followed cities do not fit the quota: intervals stretch');
  return new Sweep(deps, run, await CityQueue.open(pool, scope, plan, run.row)).sweep();
}
