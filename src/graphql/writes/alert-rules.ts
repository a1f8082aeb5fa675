import { createRule, deleteRule, problemsWithRule, type NewAlertRule } from '../../alerts/rules.js';
import { ruleNode } from '../alerts/alerts.js';
import type { Context } from '../context.js';
import { ArgumentError } from '../errors.js';
import type {
  CreateAlertRuleInput,
  CreateAlertRulePayload,
  DeleteAlertRuleInput,
  DeleteAlertRulePayload,
} from '../generated/resolvers.js';
import { parseOptionalCities } from './cities.js';
import { userError } from './user-errors.js';

const LARGEST_INT = 2_147_483_647;

/** The rule that is asked for. @throws ArgumentError when its cities are no ids */
export function newRuleOf({ cityIds, countryCodes, ...input }: CreateAlertRuleInput): NewAlertRule {
  return { ...input, cityIds: parseOptionalCities(cityIds) ?? null, countryCodes: countryCodes ?? null };
}

/** Reads a rule's id. */
export function parseAlertRuleId(argument: string, text: string): number {
  const id = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
  if (!(id <= LARGEST_INT)) throw new ArgumentError(argument, text, "a rule's id: a whole number");
  return id;
}

/** Makes a rule on the weather. */
export async function createAlertRule(
  { write, caller }: Context,
  input: CreateAlertRuleInput,
): Promise<CreateAlertRulePayload> {
  const rule = newRuleOf(input);
  const problems = problemsWithRule(rule);
  if (problems.length > 0) {
    return {
      rule: null,
      userErrors: problems.map(({ field, message }) => userError('INVALID', message, field)),
    };
  }
  const made = await createRule(write, rule, caller);
  if (made) return { rule: ruleNode(made), userErrors: [] };
  const message = `There is a rule called ${JSON.stringify(rule.name)} already: delete it, or take another name.`;
  return { rule: null, userErrors: [userError('NAME_TAKEN', message, 'name')] };
}

/** Removes a rule. */
export async function deleteAlertRule(
  { write }: Context,
  input: DeleteAlertRuleInput,
): Promise<DeleteAlertRulePayload> {
  const id = parseAlertRuleId('input.id', input.id);
  if (await deleteRule(write, id)) return { deletedId: String(id), userErrors: [] };
  return { deletedId: null, userErrors: [userError('NOT_FOUND', `There is no rule ${id}.`, 'id')] };
}
