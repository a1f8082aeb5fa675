import type { Command } from 'commander';
import { requestRun } from '../../database/run-requests.js';
import { run, sqlFile, type Queryable } from '../../database/sql.js';
import { DATA_CHECKS } from '../../quality/data-checks.js';
import { withReal } from '../options.js';
import { counted } from '../output/text.js';
import { doRun } from '../runs/do-run.js';
import { inWarehouse, type CommonOptions } from '../session.js';

const RESULTS = sqlFile(import.meta.url, 'check-results.sql');
/** Offending rows printed of each check; --json has all that are kept. */
const SHOWN = 3;

interface CheckRow {
  name: string;
  severity: 'ERROR' | 'WARNING';
  status: 'PASSED' | 'FAILED' | 'ERRORED';
  failing: number;
  sample: unknown[];
}

/** Adds `check`. */
export function addCheck(program: Command): void {
  withReal(program.command('check'))
    .description('look for rows of the last two days that should not be, and print what was found')
    .addHelpText(
      'after',
      `
Exit code 3 when a check found something. Results are kept, and served as warehouse.checks; the checks are the files
of src/quality/checks.`,
    )
    .action((options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const { pool } = session;
        const id = await requestRun(pool, { job: 'CHECK', trigger: 'CLI', requestedBy: 'cli' });
        return doRun(session, id, () => found(pool, id));
      }),
    );
}

async function found(db: Queryable, runId: string): Promise<{ document: object; lines: string[] }> {
  const { rows: checks } = await run<CheckRow>(db, RESULTS, [runId]);
  const failing = checks.filter(({ status }) => status !== 'PASSED');
  return {
    document: { checks },
    lines: [...failing.flatMap(describe), `${counted(checks.length - failing.length, 'check')} passed.`],
  };
}

function describe({ name, severity, status, failing, sample }: CheckRow): string[] {
  const description = DATA_CHECKS.find((check) => check.name === name)?.description ?? '';
  const head =
    status === 'ERRORED'
      ? `${name}: could not be run`
      : `${name}: ${counted(failing, 'row')}; ${description}`;
  return [`${severity}  ${head}`, ...sample.slice(0, SHOWN).map((row) => `    ${JSON.stringify(row)}`)];
}
