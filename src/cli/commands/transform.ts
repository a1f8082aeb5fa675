import type { Command } from 'commander';
import { requestRun } from '../../database/run-requests.js';
import { withReal } from '../options.js';
import { doRun } from '../runs/do-run.js';
import { inWarehouse, type CommonOptions } from '../session.js';

/** Adds `transform`. */
export function addTransform(program: Command): void {
  withReal(program.command('transform'))
    .description('summarise the hours touched since they were last summarised; "rebuild" does others again')
    .action((options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const request = { job: 'TRANSFORM', trigger: 'CLI', requestedBy: 'cli' } as const;
        return doRun(session, await requestRun(session.pool, request));
      }),
    );
}
