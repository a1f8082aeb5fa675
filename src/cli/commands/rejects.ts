import { Option, type Command } from 'commander';
import { run, sqlFile } from '../../database/sql.js';
import { knownCities } from '../arguments/choose-cities.js';
import { wholeNumber } from '../arguments/count.js';
import { REASONS } from '../arguments/reasons.js';
import { EXIT } from '../exit-codes.js';
import { citiesOption, SELECTOR_HELP, withReal } from '../options.js';
import { print } from '../output/print.js';
import { instant } from '../output/text.js';
import { inWarehouse, type CommonOptions } from '../session.js';

const REJECTS = sqlFile(import.meta.url, 'rejects.sql');

interface RejectRow {
  id: string;
  at: Date;
  reason: string;
  path: string | null;
  value: string | null;
  detail: string;
  cityId: number;
  /** Null for what belongs to no city of the catalogue. */
  cityName: string | null;
  payloadId: string;
  runId: string;
  resolvedAt: Date | null;
}

interface RejectsOptions extends CommonOptions {
  all?: boolean;
  reason?: string;
  run?: number;
  cities?: string;
  limit: number;
}

/** Adds `rejects`. */
export function addRejects(program: Command): void {
  withReal(program.command('rejects'))
    .description('list what was refused, newest first: reason, path, value, payload and run')
    .option('--all', 'also what a later reading resolved')
    .addOption(new Option('--reason <reason>', 'only for this reason').choices(REASONS))
    .option('--run <id>', 'only of this run', wholeNumber(1, 9_999_999_999))
    .addOption(citiesOption('only of these cities'))
    .option('--limit <n>', 'so many at most', wholeNumber(1, 10_000), 50)
    .addHelpText(
      'after',
      '\nPayloads are kept: after a mended parser or catalogue, "replay --rejected" reads them again.',
    )
    .addHelpText('after', SELECTOR_HELP)
    .action((options: RejectsOptions) =>
      inWarehouse(options, async (session) => {
        const { pool, config } = session;
        const { all = false, reason = null, run: runId = null, limit } = options;
        const cityIds = (await knownCities(pool, options.cities, config.source)) ?? null;
        const { rows } = await run<RejectRow>(pool, REJECTS, [all, reason, runId, cityIds, limit]);
        const none = 'Nothing was refused.';
        const more = rows.length === limit ? [`The newest ${limit}; --limit shows more.`] : [];
        print(session, { rejects: rows }, rows.length > 0 ? [...rows.flatMap(describe), ...more] : [none]);
        return EXIT.DONE;
      }),
    );
}

function describe(reject: RejectRow): string[] {
  const { path, value, cityId, cityName, payloadId, runId, resolvedAt } = reject;
  const what = [path, value].filter((part) => part !== null).join(' = ');
  const whose = cityName === null ? 'no city' : `${cityName} (${cityId})`;
  const head = [instant(reject.at), reject.reason, what, whose, `payload ${payloadId}`, `run ${runId}`];
  const resolved = resolvedAt ? [`resolved ${instant(resolvedAt)}`] : [];
  return [[...head, ...resolved].filter((part) => part !== '').join('  '), `    ${reject.detail}`];
}
