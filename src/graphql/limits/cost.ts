import { getArgumentValues, type GraphQLSchema } from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { apiError, ArgumentError, badUserInput } from '../errors.js';
import type { Surroundings } from '../context.js';
import { countOperation, type Count, type WeighedField } from './count.js';

/**
 * The most a query may cost: fields answered, values in arrays at a quarter of a field each, rows read at a tenth.
 */
export const COST_LIMIT = 100_000;
const ROW_COST = 0.1;
const VALUE_COST = 0.25;

export interface Cost {
  requested: number;
  limit: number;
}

type Variables = Record<string, unknown>;

/** Reckons what queries cost, from their arguments alone. */
export class CostReckoner {
  private readonly counts = new WeakMap<OperationDefinitionNode, Count>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly surroundings: Surroundings,
  ) {}

  /**
   * Checks every argument of an operation and adds up its cost.
   * @param variables coerced
   * @throws GraphQLError BAD_USER_INPUT for an argument that does not fit
   */
  reckon(document: DocumentNode, operation: OperationDefinitionNode, variables: Variables): Cost {
    let count = this.counts.get(operation);
    if (!count) {
      count = countOperation(this.schema, document, operation);
      this.counts.set(operation, count);
    }
    return { requested: Math.ceil(this.sum(count, variables)), limit: COST_LIMIT };
  }

  private sum(count: Count, variables: Variables): number {
    let total = count.fields;
    for (const field of count.weighed) {
      const { items, rows, values = 0 } = this.weigh(field, variables);
      total +=
        rows * ROW_COST +
        values * VALUE_COST +
        this.sum(field.once, variables) +
        items * this.sum(field.perItem, variables);
    }
    return total;
  }

  private weigh({ node, definition, rule, path }: WeighedField, variables: Variables) {
    try {
      return rule(getArgumentValues(definition, node, variables) as never, this.surroundings);
    } catch (error) {
      throw error instanceof ArgumentError ? badUserInput(error, { nodes: node, path }) : error;
    }
  }
}

/** @throws GraphQLError COST_LIMITED for a query that asks for too much */
export function refuseExpensive({ requested, limit }: Cost): void {
  if (requested <= limit) return;
  throw apiError(
    'COST_LIMITED',
    `The query costs ${requested}, more than ${limit}: ask for fewer cities, a shorter time, smaller pages or fewer fields.`,
    { requested, limit },
  );
}
