import type { Job, RunParameters, RunTrigger } from '../../database/run-requests.js';
import { run, sqlFile, type Queryable } from '../../database/sql.js';
import type { RunCounts } from '../../jobs/counts.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import { duration, number } from '../output/text.js';

const RUNS = sqlFile(import.meta.url, 'runs-by-id.sql');

export const RUN_STATUSES = [
  'REQUESTED',
  'RUNNING',
  'SUCCEEDED',
  'PARTIAL',
  'FAILED',
  'ABANDONED',
  'CANCELLED',
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** A run as commands show it, also in their JSON. */
export interface RunRow {
  id: string;
  job: Job;
  trigger: RunTrigger;
  status: RunStatus;
  requestedBy: string | null;
  owner: string | null;
  parameters: RunParameters;
  windowFrom: Date | null;
  windowTo: Date | null;
  progress: { done: number; total: number };
  counts: RunCounts;
  error: string | null;
  requestedAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  /** Its owner is silent for longer than a lease: whoever comes takes it over. */
  isOrphan: boolean;
}

const COUNT_NAMES: readonly (readonly [keyof RunCounts, string])[] = [
  ['calls', 'calls'],
  ['payloads', 'payloads'],
  ['observationsInserted', 'observations inserted'],
  ['observationsUpdated', 'updated'],
  ['observationsUnchanged', 'unchanged'],
  ['rejects', 'rejects'],
  ['hoursSummarised', 'hours summarised'],
  ['daysSummarised', 'days summarised'],
];

/** Newest first. */
export async function runsById(db: Queryable, ids: readonly string[]): Promise<RunRow[]> {
  return (await run<RunRow>(db, RUNS, [ids])).rows;
}

export async function runById(db: Queryable, id: string): Promise<RunRow> {
  const [row] = await runsById(db, [id]);
  if (!row) throw new Error(`Run ${id} is gone: somebody removed its row`);
  return row;
}

export function isOver({ status }: Pick<RunRow, 'status'>): boolean {
  return status !== 'REQUESTED' && status !== 'RUNNING';
}

/** What a run's end means for the command that asked for it. */
export function exitCodeOf({ status }: Pick<RunRow, 'status'>): ExitCode {
  if (status === 'SUCCEEDED') return EXIT.DONE;
  return status === 'PARTIAL' ? EXIT.PARTLY : EXIT.FAILED;
}

/** "run 12 FETCH SUCCEEDED in 3.2 s: 50 calls, 50 payloads", and below it what went wrong. */
export function describeRun(row: RunRow): string[] {
  const took = row.startedAt && row.finishedAt ? ` in ${duration(+row.finishedAt - +row.startedAt)}` : '';
  const counts = describeCounts(row.counts);
  const line = `run ${row.id} ${row.job} ${row.status}${took}${counts && `: ${counts}`}`;
  return row.error === null ? [line] : [line, `  ${row.error}`];
}

/** What is not zero; empty when everything is. */
export function describeCounts(counts: RunCounts): string {
  return COUNT_NAMES.filter(([name]) => counts[name] > 0)
    .map(([name, label]) => `${number(counts[name])} ${label}`)
    .join(', ');
}
