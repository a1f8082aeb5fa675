import {
  createSourceEventStream,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { Logger } from '../../logger.js';
import type { Attempts } from '../attempts.js';
import { authorise } from '../auth.js';
import type { Context, Surroundings } from '../context.js';
import { apiError } from '../errors.js';
import { rebuildError } from '../execution/database-errors.js';
import { maskErrors } from '../execution/mask.js';
import { coerce } from '../execution/variables.js';
import { AdministratorsFields } from '../limits/administrators.js';
import { countTopFields } from '../limits/count.js';
import { CostReckoner, refuseExpensive } from '../limits/cost.js';
import { MOST_ERRORS, SHAPE_LIMITS, withinShape } from '../limits/shape.js';
import type { ListedOperations, Named } from '../persisted/listed-operations.js';
import { Answers, type Answer } from './answers.js';
import type { Feed } from './feed.js';

/** What a client sends to subscribe, of whatever types it chose. */
export interface LiveRequest extends Named {
  operationName?: unknown;
  variables?: unknown;
}

/** A subscription that may begin. */
export type Prepared = ExecutionArgs & { contextValue: Context };

export interface LiveOptions {
  schema: GraphQLSchema;
  surroundings: Surroundings;
  attempts: Attempts;
  feed: Feed;
  logger: Logger;
  /** Seconds since 1970. */
  now: () => number;
  /** Operations known beforehand. */
  listed: ListedOperations | undefined;
}

/** Subscriptions, held to the same rules as queries, whatever brings them. */
export class LiveOperations {
  readonly #reckoner: CostReckoner;
  readonly #administrators: AdministratorsFields;
  readonly #mask: ReturnType<typeof maskErrors>;

  constructor(private readonly options: LiveOptions) {
    this.#reckoner = new CostReckoner(options.schema, options.surroundings);
    this.#administrators = new AdministratorsFields(options.schema);
    this.#mask = maskErrors(options.logger);
  }

  /**
   * Checks a subscription as the guard checks a query; nothing has touched the database when it refuses.
   * @param onSlow called when the subscriber falls too far behind
   * @throws GraphQLError, or a Refusal with several
   */
  async prepare(request: LiveRequest, context: Context, onSlow: () => void): Promise<Prepared> {
    const { schema, feed, attempts, listed } = this.options;
    const document = this.#validated(listed?.find(request) ?? request.query);
    const operationName = typeof request.operationName === 'string' ? request.operationName : null;
    const operation = getOperationAST(document, operationName);
    if (!operation) throw apiError('BAD_REQUEST', 'Which operation is meant is not clear: name it.');
    attempts.admit(context, countTopFields(document, operation));
    authorise(operation.operation, context, this.#administrators.in(document));
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) {
      throw apiError(
        'BAD_REQUEST',
        'Only subscriptions are answered here; ask the rest at /graphql by POST.',
      );
    }
    const variableValues = coerce(schema, operation, variablesOf(request.variables));
    const cost = this.#reckoner.reckon(document, operation, variableValues);
    refuseExpensive(cost);
    await context.spend?.(cost.requested);
    // What is notified may not have reached a replica yet.
    const contextValue = { ...context, read: context.write, subscriber: { feed, onSlow } };
    return { schema, document, operationName, variableValues, contextValue };
  }

  /** Begins a subscription. @returns its answers, or why there are none */
  async start(prepared: Prepared): Promise<Answers | Answer> {
    const stream = await createSourceEventStream(prepared);
    if (Symbol.asyncIterator in stream) {
      return new Answers(stream, prepared, this.options.now, (result) => this.#answer(result));
    }
    return this.#answer(stream);
  }

  /** Errors as a client may see them. */
  format(error: unknown): GraphQLFormattedError[] {
    const errors = error instanceof Refusal ? error.errors : [error];
    return errors.map((one) => this.#formatted(one));
  }

  #answer({ errors, ...result }: ExecutionResult): Answer {
    return errors ? { ...result, errors: errors.map((one) => this.#formatted(rebuildError(one))) } : result;
  }

  #formatted(error: unknown): GraphQLFormattedError {
    const whole = error instanceof GraphQLError ? error : new GraphQLError('Something went wrong');
    const { extensions = {}, ...rest } = this.#mask(whole.toJSON(), error);
    const shown = { ...extensions };
    delete shown.http;
    return { ...rest, extensions: shown };
  }

  #validated(query: unknown): DocumentNode {
    if (typeof query !== 'string') throw apiError('BAD_REQUEST', 'The query is missing, or no text.');
    const document = parsed(query);
    const rules = [withinShape, ...specifiedRules];
    const errors = validate(this.options.schema, document, rules, { maxErrors: MOST_ERRORS });
    if (errors.length > 0)
      throw new Refusal(errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED')));
    return document;
  }
}

/** Several errors at once. */
class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(readonly errors: readonly GraphQLError[]) {
    super('The subscription is refused');
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: SHAPE_LIMITS.tokens });
  } catch (error) {
    throw error instanceof GraphQLError ? coded(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

function coded(error: GraphQLError, code: string): GraphQLError {
  Object.assign(error.extensions, { code });
  return error;
}

function variablesOf(variables: unknown): Record<string, unknown> {
  if (variables === undefined || variables === null) return {};
  if (typeof variables === 'object' && !Array.isArray(variables)) return variables as Record<string, unknown>;
  throw apiError('BAD_REQUEST', 'The variables are no object.');
}
