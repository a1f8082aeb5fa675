import type { Command } from 'commander';
import { loadConfig, type Config } from '../../config/load.js';
import { InvalidInputError } from '../../errors.js';
import { examine } from '../doctor/examine.js';
import { fail, ok, type Finding } from '../doctor/finding.js';
import { EXIT } from '../exit-codes.js';
import { withJson } from '../options.js';
import { print } from '../output/print.js';
import { counted } from '../output/text.js';
import { commandLogger, type CommonOptions } from '../session.js';

interface DoctorOptions extends CommonOptions {
  online?: boolean;
}

/** Adds `doctor`. */
export function addDoctor(program: Command): void {
  withJson(program.command('doctor'))
    .description('look at settings, disk, database, clock, quota and runs, and say what to do')
    .option('--online', 'also make one upstream call, within the quota; its answer is not kept')
    .addHelpText(
      'after',
      `
Each line is ok, warn or fail; exit code 1 if any is fail. Nothing is changed: no migration, no catalogue.`,
    )
    .action(async (options: DoctorOptions) => {
      const { config, findings } = await look(options);
      const json = options.json ?? false;
      print({ json, config }, { findings }, findings.flatMap(describe).concat('', summary(findings)));
      process.exitCode = findings.some(({ level }) => level === 'fail') ? EXIT.FAILED : EXIT.DONE;
    });
}

async function look(options: DoctorOptions): Promise<{ config: Pick<Config, 'demo'>; findings: Finding[] }> {
  try {
    const config = loadConfig();
    const findings = await examine(config, commandLogger(config), options.online ?? false);
    return { config, findings: [ok('settings', 'can be read'), ...findings] };
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const findings = [fail('settings', error.message, 'Mend them; the rest is looked at then.')];
    return { config: { demo: false }, findings };
  }
}

function describe({ level, what, says, advice }: Finding): string[] {
  const head = `${level.padEnd(4)}  ${what.padEnd(10)}  ${says}`;
  return advice === undefined ? [head] : [head, `${' '.repeat(18)}→ ${advice}`];
}

function summary(findings: readonly Finding[]): string {
  const count = (level: Finding['level']): number =>
    findings.filter((finding) => finding.level === level).length;
  const failed = count('fail');
  if (failed > 0) return `${counted(failed, 'failure')} and ${counted(count('warn'), 'warning')}.`;
  return count('warn') > 0 ? `${counted(count('warn'), 'warning')}, no failure.` : 'All is well.';
}
