import { formatValue } from '../domain/format.js';
import { parameterView } from '../domain/parameters.js';
import type { AlertComparison, AlertsQuery, AlertSubject } from '../generated/graphql.js';

export type Rule = AlertsQuery['alertRules'][number];

export const SUBJECTS: Readonly<Record<AlertSubject, string>> = {
  OBSERVATION: 'Newest observation',
  DAILY_SUMMARY: 'Local day',
  FORECAST: 'Forecast',
};

export const COMPARISONS: Readonly<Record<AlertComparison, string>> = { ABOVE: 'above', BELOW: 'below' };

/** A rule in words: "Forecast of the next 24 h: air temperature below 0.0 °C, in US". */
export function ruleText(rule: Rule, unit: string): string {
  const ahead = rule.subject === 'FORECAST' ? ` of the next ${rule.hoursAhead} h` : '';
  const what = parameterView(rule.parameter).label.toLowerCase();
  const limit = `${COMPARISONS[rule.comparison]} ${formatValue(rule.threshold, unit)}`;
  return `${SUBJECTS[rule.subject]}${ahead}: ${what} ${limit}${where(rule)}`;
}

function where({ cityIds, countryCodes }: Rule): string {
  if (cityIds) return cityIds.length === 1 ? ', in one city' : `, in ${cityIds.length} cities`;
  return countryCodes ? `, in ${countryCodes.join(', ')}` : '';
}
