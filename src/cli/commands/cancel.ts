import type { Command } from 'commander';
import { cancelRun } from '../../database/run-requests.js';
import { wholeNumber } from '../arguments/count.js';
import { EXIT } from '../exit-codes.js';
import { print } from '../output/print.js';
import { withReal } from '../options.js';
import { describeRun, runsById } from '../runs/run-row.js';
import { inWarehouse, type CommonOptions } from '../session.js';

/** Adds `cancel`. */
export function addCancel(program: Command): void {
  withReal(program.command('cancel'))
    .description('end a run that waits or works; what it did stays')
    .argument('<run>', 'its id, which "runs" shows', wholeNumber(1, 9_999_999_999))
    .action((id: number, options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const cancelled = await cancelRun(session.pool, String(id), 'cli');
        const [run = null] = await runsById(session.pool, [String(id)]);
        const lines = run ? describeRun(run) : [];
        const not = run ? `Run ${id} is over already.` : `There is no run ${id}.`;
        print(session, { cancelled, run }, cancelled ? lines : [not, ...lines]);
        return cancelled ? EXIT.DONE : EXIT.FAILED;
      }),
    );
}
