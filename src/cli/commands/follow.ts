import type { Command } from 'commander';
import { UserFacingError } from '../../errors.js';
import { wholeNumber } from '../arguments/count.js';
import { withJson } from '../options.js';
import { doRun } from '../runs/do-run.js';
import { runsById } from '../runs/run-row.js';
import { inWarehouse, type CommonOptions } from '../session.js';

/** Adds `follow`. */
export function addFollow(program: Command): void {
  withJson(program.command('follow'))
    .description('follow a run to its end; one that nobody works on is taken up here, where it stands')
    .argument('<run>', 'its id, which "runs" shows', wholeNumber(1, 9_999_999_999))
    .action((id: number, options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const [known] = await runsById(session.pool, [String(id)]);
        if (!known) throw new UserFacingError(`There is no run ${id}: "runs" lists the latest.`);
        return doRun(session, known.id);
      }),
    );
}
