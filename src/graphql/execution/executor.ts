import {
  execute,
  Kind,
  visit,
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Context } from '../context.js';
import { countFields } from '../limits/shape.js';
import { askForText } from '../written/rewrite.js';
import { schemaForWriting } from '../written/schema.js';
import { rebuildError } from './database-errors.js';

export interface Operation {
  document: DocumentNode;
  operationName: string | undefined;
  /** Coerced. */
  variables: Record<string, unknown>;
  context: Context;
}

export type Executor = (operation: Operation) => Promise<ExecutionResult>;

/** Fields of a query that is compiled, at most: the time it takes grows with them, 100 take a few milliseconds. */
const MOST_COMPILED = 400;

/** What is known of an operation of a document: seen once, compiled, or not to be compiled. */
type Compiled = 'SEEN' | CompiledQuery | 'NEVER';

/**
 * Executes operations. One that comes again is compiled to JavaScript (graphql-jit), which answers long lists twenty
 * times as fast; compiling costs as much as several executions, so that one that never comes again, as in a flood of
 * made-up queries, is interpreted.
 */
export function createExecutor(schema: GraphQLSchema): Executor {
  const known = new WeakMap<DocumentNode, Map<string, Compiled>>();
  const writing = schemaForWriting(schema);
  const lookUp = ({ document, operationName }: Operation): Compiled | undefined => {
    const operations = known.get(document) ?? new Map<string, Compiled>();
    known.set(document, operations);
    const name = operationName ?? '';
    const before = operations.get(name);
    const now =
      before === undefined
        ? 'SEEN'
        : before === 'SEEN'
          ? compile({ schema, writing }, document, name)
          : before;
    operations.set(name, now);
    return now;
  };
  return async (operation) => {
    const compiled = lookUp(operation);
    const { document, operationName, variables, context } = operation;
    const result = await (typeof compiled === 'object'
      ? compiled.query({}, context, variables)
      : execute({
          schema,
          document,
          operationName,
          rootValue: {},
          contextValue: context,
          variableValues: variables,
        }));
    return result.errors ? { ...result, errors: result.errors.map(withKnownCode) } : result;
  };
}

const withKnownCode = (error: GraphQLError): GraphQLError => rebuildError(error);

interface Schemas {
  schema: GraphQLSchema;
  /** The same where lists are answered as text. */
  writing: GraphQLSchema;
}

function compile({ schema, writing }: Schemas, document: DocumentNode, operationName: string): Compiled {
  if (countFields(document) > MOST_COMPILED || !isSafeToCompile(document)) return 'NEVER';
  const asText = askForText(writing, document);
  const compiled = compileQuery(
    asText === document ? schema : writing,
    asText,
    operationName === '' ? undefined : operationName,
  );
  return isCompiledQuery(compiled) ? compiled : 'NEVER';
}

/**
 * graphql-jit 0.8.9 writes argument values into the code it makes, and texts that begin with its own markers
 * (`__MAGIC_DATE__…`) unquoted: a query could run code of its own here. It also writes a response name `__proto__` as
 * a property of an object literal, which sets the prototype instead. Such documents are interpreted.
 */
function isSafeToCompile(document: DocumentNode): boolean {
  let safe = true;
  const refuse = (): typeof BREAK => {
    safe = false;
    return BREAK;
  };
  visit(document, {
    [Kind.STRING]: ({ value }) => (value.includes('__MAGIC_') ? refuse() : undefined),
    [Kind.NAME]: ({ value }) => (value === '__proto__' ? refuse() : undefined),
  });
  return safe;
}
