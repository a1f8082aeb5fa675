import { run, sqlFile, type Queryable } from '../database/sql.js';
import { PARAMETER_NAMES, PARAMETERS, type Parameter } from '../domain/parameters.js';

const CREATE = sqlFile(import.meta.url, 'create-rule.sql');
const LIST = sqlFile(import.meta.url, 'list-rules.sql');

export const ALERT_SUBJECTS = ['OBSERVATION', 'DAILY_SUMMARY', 'FORECAST'] as const;
export const ALERT_COMPARISONS = ['ABOVE', 'BELOW'] as const;
export const LONGEST_HOURS_AHEAD = 120;
const LONGEST_NAME = 100;

/** Directions are no more or less than others. */
export const ALERT_PARAMETERS: readonly Parameter[] = PARAMETER_NAMES.filter(
  (name) => name !== 'WIND_FROM_DIRECTION',
);

/** Weather worth an alert, as it is asked for. */
export interface NewAlertRule {
  name: string;
  subject: (typeof ALERT_SUBJECTS)[number];
  parameter: Parameter;
  comparison: (typeof ALERT_COMPARISONS)[number];
  /** In the parameter's metric unit. */
  threshold: number;
  /** All followed cities when null. */
  cityIds: readonly number[] | null;
  /** ISO 3166-1 alpha-2; all when null. */
  countryCodes: readonly string[] | null;
  hoursAhead: number;
  enabled: boolean;
}

export interface AlertRule extends NewAlertRule {
  id: number;
  createdBy: string;
  createdAt: Date;
}

/** @returns sentences, one for each thing that does not fit; none when all does */
export function problemsWithRule(rule: NewAlertRule): { field: keyof NewAlertRule; message: string }[] {
  const [least, most] = PARAMETERS[rule.parameter].range;
  const { unit } = PARAMETERS[rule.parameter];
  const codes = rule.countryCodes?.every((code) => /^[A-Z]{2}$/.test(code)) ?? true;
  const checks: [keyof NewAlertRule, boolean, string][] = [
    [
      'name',
      rule.name.trim() !== '' && rule.name.length <= LONGEST_NAME,
      `A name has 1 to ${LONGEST_NAME} characters.`,
    ],
    [
      'parameter',
      ALERT_PARAMETERS.includes(rule.parameter),
      `${rule.parameter} cannot be more or less than something.`,
    ],
    [
      'threshold',
      rule.threshold >= least && rule.threshold <= most,
      `A threshold of ${rule.parameter} is ${least} to ${most} ${unit}; it is ${rule.threshold}.`,
    ],
    [
      'hoursAhead',
      rule.hoursAhead >= 1 && rule.hoursAhead <= LONGEST_HOURS_AHEAD,
      `A rule looks 1 to ${LONGEST_HOURS_AHEAD} hours ahead; it is ${rule.hoursAhead}.`,
    ],
    ['countryCodes', codes, 'Countries are given by two capital letters: US, NZ.'],
  ];
  return checks.flatMap(([field, fits, message]) => (fits ? [] : [{ field, message }]));
}

/** @returns the rule; null when another has its name */
export async function createRule(db: Queryable, rule: NewAlertRule, by: string): Promise<AlertRule | null> {
  const { rows } = await run<AlertRule>(db, CREATE, [
    rule.name.trim(),
    rule.subject,
    rule.parameter,
    rule.comparison,
    rule.threshold,
    rule.cityIds,
    rule.countryCodes,
    rule.hoursAhead,
    rule.enabled,
    by,
  ]);
  return rows[0] ?? null;
}

/** All rules, by name. */
export async function listRules(db: Queryable): Promise<AlertRule[]> {
  return (await run<AlertRule>(db, LIST)).rows;
}

/** What it raised stays. @returns false when there is no such rule */
export async function deleteRule(db: Queryable, id: number): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'delete-alert-rule',
    text: 'DELETE FROM alert_rules WHERE id = $1',
    values: [id],
  });
  return rowCount === 1;
}
