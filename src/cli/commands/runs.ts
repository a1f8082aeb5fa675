import { Option, type Command } from 'commander';
import { wholeNumber } from '../arguments/count.js';
import { EXIT } from '../exit-codes.js';
import { withReal } from '../options.js';
import { print } from '../output/print.js';
import { duration, instant, number, table } from '../output/text.js';
import { describeCounts, RUN_STATUSES, runsById, type RunRow } from '../runs/run-row.js';
import { inWarehouse, type CommonOptions } from '../session.js';

const JOBS = [
  'FETCH',
  'LOAD',
  'TRANSFORM',
  'BACKFILL',
  'REPLAY',
  'CHECK',
  'RETENTION',
  'REFRESH',
  'FORECAST',
];

interface RunsOptions extends CommonOptions {
  job?: string;
  status?: string;
  limit: number;
}

/** Adds `runs`. */
export function addRuns(program: Command): void {
  withReal(program.command('runs'))
    .description('list what jobs did and do, newest first')
    .addOption(new Option('--job <job>', 'only this job').choices(JOBS))
    .addOption(new Option('--status <status>', 'only in this status').choices(RUN_STATUSES))
    .option('--limit <n>', 'so many at most', wholeNumber(1, 10_000), 20)
    .action((options: RunsOptions) =>
      inWarehouse(options, async (session) => {
        const { job = null, status = null, limit } = options;
        const { rows: ids } = await session.pool.query<{ id: string }>(
          `SELECT id::text AS id FROM runs
            WHERE ($1::job IS NULL OR job = $1) AND ($2::run_status IS NULL OR status = $2)
            ORDER BY runs.id DESC LIMIT $3`,
          [job, status, limit],
        );
        const rows = await runsById(
          session.pool,
          ids.map(({ id }) => id),
        );
        print(session, { runs: rows }, rows.length > 0 ? describeRuns(rows) : ['No such run.']);
        return EXIT.DONE;
      }),
    );
}

function describeRuns(rows: readonly RunRow[]): string[] {
  const heading = [' run', 'job', 'status', 'asked for by', 'at', ' took', ' progress', 'counts'];
  const cells = rows.map((row) => [
    row.id,
    row.job,
    row.isOrphan ? `${row.status}, owner silent` : row.status,
    row.requestedBy ?? row.trigger.toLowerCase(),
    instant(row.requestedAt),
    row.startedAt && row.finishedAt ? duration(+row.finishedAt - +row.startedAt) : '-',
    row.progress.total > 0 ? `${number(row.progress.done)}/${number(row.progress.total)}` : '-',
    describeCounts(row.counts),
  ]);
  const [head = '', ...lines] = table(heading, cells);
  const withErrors = lines.flatMap((line, index) => {
    const error = rows[index]?.error;
    return error ? [line, `      ${error}`] : [line];
  });
  return [head, ...withErrors];
}
