import { InvalidArgumentError, Option, type Command } from 'commander';
import {
  ALERT_PARAMETERS,
  createRule,
  deleteRule,
  listRules,
  LONGEST_HOURS_AHEAD,
  problemsWithRule,
  type AlertRule,
  type NewAlertRule,
} from '../../alerts/rules.js';
import { PARAMETERS, type Parameter } from '../../domain/parameters.js';
import { InvalidInputError } from '../../errors.js';
import { knownCities } from '../arguments/choose-cities.js';
import { wholeNumber } from '../arguments/count.js';
import { EXIT } from '../exit-codes.js';
import { citiesOption, examples, SELECTOR_HELP, withReal } from '../options.js';
import { print } from '../output/print.js';
import { table } from '../output/text.js';
import { inWarehouse, type CommonOptions } from '../session.js';

const SUBJECTS = { observations: 'OBSERVATION', days: 'DAILY_SUMMARY', forecast: 'FORECAST' } as const;

interface AddOptions extends CommonOptions {
  on: keyof typeof SUBJECTS;
  parameter: Parameter;
  above?: number;
  below?: number;
  cities?: string;
  countries?: string;
  hours: number;
}

/** Adds `alerts rules add`, `alerts rules list` and `alerts rules delete`. */
export function addAlertRules(alerts: Command): void {
  const rules = alerts.command('rules').description('rules on the weather that raise alerts');
  addAdd(rules);
  addList(rules);
  addDelete(rules);
}

function addAdd(rules: Command): void {
  withReal(rules.command('add'))
    .description('make a rule: a threshold on one parameter, in its metric unit')
    .argument('<name>', 'what its alerts are titled with')
    .addOption(
      new Option('--on <subject>', 'what to look at').choices(Object.keys(SUBJECTS)).default('observations'),
    )
    .addOption(
      new Option('--parameter <name>', 'what to compare').choices(ALERT_PARAMETERS).makeOptionMandatory(),
    )
    .option('--above <value>', 'raise when greater', number)
    .option('--below <value>', 'raise when less', number)
    .option('--hours <n>', 'of forecasts: hours ahead', wholeNumber(1, LONGEST_HOURS_AHEAD), 24)
    .addOption(citiesOption('only for these cities'))
    .option('--countries <codes>', 'only for these countries, with commas between: US,NZ')
    .addHelpText('after', SELECTOR_HELP)
    .addHelpText(
      'after',
      examples(
        [
          'alerts rules add "Frost tonight" --on forecast --parameter AIR_TEMPERATURE --below 0 --hours 18',
          '',
        ],
        ['alerts rules add Storm --parameter WIND_GUST_SPEED --above 25 --countries US', 'm/s'],
      ),
    )
    .action((name: string, options: AddOptions) =>
      inWarehouse(options, async (session) => {
        const cityIds = (await knownCities(session.pool, options.cities, session.config.source)) ?? null;
        const wanted = ruleOf(name, options, cityIds);
        const [problem] = problemsWithRule(wanted);
        if (problem) throw new InvalidInputError(problem.message);
        const rule = await createRule(session.pool, wanted, 'cli');
        print(session, { rule }, [
          rule ? describe(rule).join('  ') : `There is a rule called "${name}" already.`,
        ]);
        return rule ? EXIT.DONE : EXIT.FAILED;
      }),
    );
}

function ruleOf(
  name: string,
  { above, below, ...options }: AddOptions,
  cityIds: number[] | null,
): NewAlertRule {
  const threshold = above ?? below;
  if (threshold === undefined || (above !== undefined && below !== undefined)) {
    throw new InvalidInputError('Say either --above or --below, with a number.');
  }
  return {
    name,
    subject: SUBJECTS[options.on],
    parameter: options.parameter,
    comparison: above === undefined ? 'BELOW' : 'ABOVE',
    threshold,
    cityIds,
    countryCodes: options.countries?.split(/\s*,\s*/) ?? null,
    hoursAhead: options.hours,
    enabled: true,
  };
}

function addList(rules: Command): void {
  withReal(rules.command('list'))
    .description('all rules, by name')
    .action((options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const all = await listRules(session.pool);
        const lines = table(['id', 'name', 'looks at', 'raises when', 'where', 'state'], all.map(describe));
        print(session, { rules: all }, all.length > 0 ? lines : ['There are no rules.']);
        return EXIT.DONE;
      }),
    );
}

function addDelete(rules: Command): void {
  withReal(rules.command('delete'))
    .description('remove a rule; the alerts it raised stay')
    .argument('<id>', 'as "alerts rules list" shows it', wholeNumber(1, 2_147_483_647))
    .action((id: number, options: CommonOptions) =>
      inWarehouse(options, async (session) => {
        const deleted = await deleteRule(session.pool, id);
        print(session, { deleted }, [deleted ? `Rule ${id} is gone.` : `There is no rule ${id}.`]);
        return deleted ? EXIT.DONE : EXIT.FAILED;
      }),
    );
}

function describe(rule: AlertRule): string[] {
  const { unit } = PARAMETERS[rule.parameter];
  const where = [
    rule.cityIds && `${rule.cityIds.length} cities`,
    rule.countryCodes?.join(', '),
    rule.subject === 'FORECAST' && `next ${rule.hoursAhead} h`,
  ];
  return [
    String(rule.id),
    rule.name,
    rule.subject,
    `${rule.parameter} ${rule.comparison.toLowerCase()} ${rule.threshold} ${unit}`,
    where.filter(Boolean).join('; ') || 'all followed cities',
    rule.enabled ? 'on' : 'off',
  ];
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw new InvalidArgumentError('It must be a number.');
  return value;
}
