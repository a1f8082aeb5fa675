import type { Command } from 'commander';
import { run, sqlFile, type Queryable } from '../../database/sql.js';
import { nextTicks, type PlannedRun } from '../../jobs/schedule.js';
import { EXIT } from '../exit-codes.js';
import { withReal } from '../options.js';
import { print } from '../output/print.js';
import { counted, duration, fields, instant, number } from '../output/text.js';
import { describeFit, describePeriod } from '../quota/describe-plan.js';
import { pricePlan, type PricedPlan } from '../../sources/governor/priced-plan.js';
import { describeRun, isOver, runsById, type RunRow } from '../runs/run-row.js';
import { inWarehouse, type CommonOptions } from '../session.js';

const CITIES = sqlFile(import.meta.url, 'status-cities.sql');
const WORK = sqlFile(import.meta.url, 'status-work.sql');
const RUNS = sqlFile(import.meta.url, 'status-runs.sql');

interface FollowedCities {
  followed: number;
  paused: number;
  due: number;
  failing: number;
  neverObserved: number;
  stale: number;
  newest: Date | null;
  median: Date | null;
  oldest: Date | null;
  nextDueAt: Date | null;
  sources: string[] | null;
}

interface WaitingWork {
  pendingPayloads: number;
  oldestPending: Date | null;
  staleHours: number;
  openRejects: number;
  pauses: { source: string; until: string; reason: string }[];
  now: Date;
}

interface Status {
  cities: FollowedCities;
  work: WaitingWork;
  plan: PricedPlan;
  runs: RunRow[];
  /** What a running program's timetable looks at next. */
  next: PlannedRun[];
}

/** Adds `status`. */
export function addStatus(program: Command): void {
  withReal(program.command('status'))
    .description('what is followed, how fresh it is, quota, what waits, last and next runs')
    .action((options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const { pool, config } = session;
        const status = { ...(await read(pool)), plan: await pricePlan(pool, config) };
        print(session, status, describe(status));
        return EXIT.DONE;
      }),
    );
}

async function read(db: Queryable): Promise<Omit<Status, 'plan'>> {
  const [cities] = (await run<FollowedCities>(db, CITIES)).rows;
  const [work] = (await run<WaitingWork>(db, WORK)).rows;
  const { rows } = await run<{ id: string }>(db, RUNS);
  if (!cities || !work) throw new Error('The database answered a question about itself without a row');
  const runs = await runsById(
    db,
    rows.map(({ id }) => id),
  );
  return { cities, work, runs, next: await nextTicks() };
}

function describe({ cities, work, plan, runs, next }: Status): string[] {
  const age = (at: Date | null): string => (at ? `${duration(+work.now - +at)} old` : 'none yet');
  return [
    ...fields([
      ['followed', describeCities(cities)],
      [
        'observations',
        `newest ${age(cities.newest)}, half of the cities at most ${age(cities.median)}, oldest ${age(cities.oldest)}`,
      ],
      ...plan.periods.map((period) => [`quota ${period.period}`, describePeriod(period)] as const),
      ['fits quota', describeFit(plan)],
      ...work.pauses.map(
        ({ source, until, reason }) => [source, `paused until ${until}: ${reason}`] as const,
      ),
      ['waiting', describeWork(work)],
      ['next fetch due', instant(cities.nextDueAt)],
      ['timetable', next.map(({ job, at }) => `${job} ${instant(at).slice(11)}`).join(', ')],
    ]),
    '',
    'Runs that wait or work, and the last of each job:',
    ...runs.flatMap((row) => [
      `${instant(row.finishedAt ?? row.requestedAt)}  ${describeRun(row).join('')}${silent(row)}`,
    ]),
  ];
}

function describeCities(cities: FollowedCities): string {
  const { followed, sources, due, stale, failing, paused, neverObserved } = cities;
  const more: [number, string][] = [
    [due, 'due now'],
    [stale, 'stale'],
    [failing, 'failing'],
    [paused, 'paused'],
    [neverObserved, 'never observed'],
  ];
  const named = more.filter(([count]) => count > 0).map(([count, what]) => `${number(count)} ${what}`);
  const from = sources && sources.length > 0 ? ` of ${sources.join(', ')}` : '';
  return [`${counted(followed, 'city', 'cities')}${from}`, ...named].join(', ');
}

function describeWork({ pendingPayloads, staleHours, openRejects }: WaitingWork): string {
  return (
    `${counted(pendingPayloads, 'payload')} to load, ${counted(staleHours, 'hour')} to summarise, ` +
    counted(openRejects, 'open reject')
  );
}

function silent(row: RunRow): string {
  if (row.isOrphan) return '  (its owner is silent: the next worker takes it over)';
  return isOver(row) || row.status === 'RUNNING' ? '' : '  (waits for a worker)';
}
