import { ask } from '../api/ask.js';
import {
  CreateAlertRuleDocument,
  DeleteAlertRuleDocument,
  type CreateAlertRuleInput,
} from '../generated/graphql.js';
import type { Outcome } from '../pipeline/outcome.js';

const refusal = (userErrors: { message: string }[]): Outcome => ({
  text: userErrors.map(({ message }) => message).join(' '),
  isGood: false,
});

export async function createRule(input: CreateAlertRuleInput): Promise<Outcome> {
  const { rule, userErrors } = (await ask(CreateAlertRuleDocument, { input })).createAlertRule;
  if (!rule) return refusal(userErrors);
  return { text: `The rule “${rule.name}” is looked at from now on.`, isGood: true };
}

export async function deleteRule(id: string): Promise<Outcome> {
  const { deletedId, userErrors } = (await ask(DeleteAlertRuleDocument, { id })).deleteAlertRule;
  return deletedId === null ? refusal(userErrors) : { text: 'The rule is gone.', isGood: true };
}
