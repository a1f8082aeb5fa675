import { ApolloServer, type ApolloServerOptions } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Pool } from 'pg';
import { cancellable } from '../database/cancellable.js';
import type { Reader } from '../database/reader.js';
import { SECOND } from '../domain/time.js';
import type { Config } from '../config/load.js';
import type { Logger } from '../logger.js';
import { Attempts } from './attempts.js';
import { AnswerCache } from './answer-cache/answers.js';
import { DataVersion } from './answer-cache/data-version.js';
import { createKeyring, type Keys } from './auth.js';
import type { Context, QuotaPeriod, Surroundings } from './context.js';
import { belongTo } from './execution/correlation.js';
import { cacheHeaders } from './execution/cache-headers.js';
import { DocumentCache } from './execution/document-cache.js';
import { createExecutor } from './execution/executor.js';
import { guard } from './execution/guard.js';
import { maskErrors } from './execution/mask.js';
import { MOST_ERRORS, SHAPE_LIMITS, withinShape } from './limits/shape.js';
import { Feed } from './live/feed.js';
import { LiveOperations } from './live/operations.js';
import { Gatherer } from './loaders/gatherer.js';
import { LoaderCache } from './loaders/loader-cache.js';
import { executeListed } from './persisted/execute-listed.js';
import type { ListedOperations } from './persisted/listed-operations.js';
import { RegisteredQueries } from './persisted/registered-queries.js';
import { executableSchema } from './schema/schema.js';
import { stringify } from './written/written.js';

type ReadPool = Pick<Pool, 'query'> & Partial<Pick<Pool, 'connect' | 'options'>>;

export interface ApiOptions {
  /** For answers; may be a replica. Statements of clients that leave are cancelled if connections can be had singly. */
  readPool: ReadPool;
  /** Where administrators read when readPool is a replica: the primary, so that they see what they wrote. */
  administratorsPool?: ReadPool | undefined;
  /** For mutations. */
  writePool: Pick<Pool, 'query'>;
  /** Of the database that writePool leads to: where to listen for what is new. */
  databaseUrl: string;
  config: Pick<Config, 'demo' | 'source' | 'MOVING_AVERAGE_WINDOWS' | 'FETCH_INTERVAL_MINUTES'>;
  keys: Keys;
  logger: Logger;
  /** When each scheduled job runs next. */
  nextRuns: () => ReturnType<Surroundings['nextRuns']>;
  /** How the program reckons with quotas. */
  pricing: Surroundings['pricing'];
  /** Limits of the source in use, in the periods that run now. */
  quotas?: () => QuotaPeriod[];
  /** Operations known beforehand; absent for none. */
  listed?: ListedOperations | undefined;
  /** What is done around the execution of each operation: timing, traces. */
  aroundExecution?: (<T>(operation: string, work: () => Promise<T>) => Promise<T>) | undefined;
  /** Memory for answers that are asked for again; absent for none. */
  answerCacheBytes?: number | undefined;
  /** Milliseconds since 1970; tests stop it. */
  now?: () => number;
}

/** Who asks, as far as HTTP says it. */
export interface Caller {
  authorization?: string | undefined;
  address?: string | undefined;
  /** Correlation id, for the log. */
  requestId?: string | undefined;
  /** Counts a query's cost against what this client may spend. */
  spend?: Context['spend'];
  /** Leaves when the caller does, before the answer; absent for who never does. */
  reader?: Reader;
  /** The text of the operation that the caller means, where the list decides it. */
  listed?: string | undefined;
}

export interface Api {
  server: ApolloServer<Context>;
  /** What one request's resolvers work with. */
  contextFor(caller: Caller): Context;
  /** Counts wrong keys, whichever way they come. */
  attempts: Attempts;
  /** Operations known beforehand, if there are any. */
  listed: ListedOperations | undefined;
  /** Absent when no answers are kept. */
  answers: AnswerCache | undefined;
  live: LiveOperations;
  /** Subscriptions that run now. */
  subscriptions(): number;
  /** Ends all subscriptions; call it before the server stops. */
  stopLive(): Promise<void>;
}

/** Makes the GraphQL server, not yet started. */
export function createApi(options: ApiOptions): Api {
  const { config } = options;
  const surroundings: Surroundings = {
    demo: config.demo,
    windows: config.MOVING_AVERAGE_WINDOWS,
    nextRuns: options.nextRuns,
    quotas: options.quotas ?? (() => []),
    pricing: options.pricing,
    tracking: { source: config.source, intervalMinutes: config.FETCH_INTERVAL_MINUTES },
  };
  const schema = executableSchema();
  const now = options.now ?? Date.now;
  const attempts = new Attempts(now);
  const server = new ApolloServer<Context>(apolloOptions(schema, surroundings, attempts, options));
  const identify = createKeyring(options.keys, now);
  const { databaseUrl, writePool, logger } = options;
  const feed = new Feed({ databaseUrl, db: writePool, logger });
  const gatherers = {
    usual: gathererOn(options.readPool),
    past: options.administratorsPool && gathererOn(options.administratorsPool),
  };
  return {
    server,
    attempts,
    listed: options.listed,
    answers:
      options.answerCacheBytes === undefined
        ? undefined
        : new AnswerCache(new DataVersion(options.readPool), options.answerCacheBytes),
    live: new LiveOperations({ schema, surroundings, attempts, feed, logger, now, listed: options.listed }),
    subscriptions: () => feed.size,
    stopLive: () => feed.stop(),
    contextFor: ({ authorization, address, spend, reader, listed, requestId }) => {
      // Not even looked at, so that no way in tells a right key from a wrong one.
      const isSpent = authorization !== undefined && attempts.isSpent(address ?? null);
      const identity = identify(isSpent ? '' : authorization);
      const pastReplica = identity.role === 'ADMIN' ? options.administratorsPool : undefined;
      const pool = pastReplica ?? options.readPool;
      const gatherer = (pastReplica && gatherers.past) ?? gatherers.usual;
      return {
        ...identity,
        caller: address === undefined ? identity.caller : `${identity.caller} from ${address}`,
        client: address ?? null,
        requestId,
        now: now() / SECOND,
        read: reader ? readFor(pool, reader) : pool,
        gather: (lookup, keys) => gatherer.look(lookup, keys, reader),
        write: options.writePool,
        pastCache: pastReplica !== undefined,
        loaders: new LoaderCache(),
        answer: {},
        written: [],
        surroundings,
        spend,
        listed,
      };
    },
  };
}

const gathererOn = (pool: ReadPool): Gatherer => new Gatherer((reader) => readFor(pool, reader));

function readFor(pool: ReadPool, reader: Reader): Context['read'] {
  const { connect, options } = pool;
  return connect && options ? cancellable(pool as Pool, reader) : pool;
}

function apolloOptions(
  schema: GraphQLSchema,
  surroundings: Surroundings,
  attempts: Attempts,
  { logger, aroundExecution }: Pick<ApiOptions, 'logger' | 'aroundExecution'>,
): ApolloServerOptions<Context> {
  return {
    gateway: gatewayTo(schema, aroundExecution),
    logger,
    // Apollo decides by NODE_ENV what to reveal; here nothing depends on it.
    nodeEnv: 'production',
    introspection: true,
    includeStacktraceInErrorResponses: false,
    formatError: maskErrors(logger),
    // Our process stops in an order of its own.
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxLexicalTokens: SHAPE_LIMITS.tokens },
    validationRules: [withinShape],
    validationOptions: { maxErrors: MOST_ERRORS },
    documentStore: new DocumentCache(),
    stringifyResult: stringify,
    persistedQueries: { cache: new RegisteredQueries() },
    plugins: [
      executeListed,
      guard(schema, surroundings, attempts),
      cacheHeaders(schema),
      // It would wrap every resolver, which undoes most of what compiling queries gains.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  };
}

/** The way Apollo lets somebody else execute: it takes our schema and executor for a gateway's. */
function gatewayTo(
  schema: GraphQLSchema,
  around: ApiOptions['aroundExecution'] = (_operation, work) => work(),
): NonNullable<ApolloServerOptions<Context>['gateway']> {
  const execute = createExecutor(schema);
  return {
    load: () =>
      Promise.resolve({
        executor: async ({ document, request, operation, context: given }) => {
          const context = given as Context;
          // Apollo comes here, too, when it is not clear which operation is meant.
          const name = (operation as typeof operation | undefined)?.name?.value ?? 'anonymous';
          context.answer.operation = name;
          const { operationName, variables = {} } = request;
          const result = await around(name, () => execute({ document, operationName, variables, context }));
          context.answer.errors = result.errors?.length ?? 0;
          belongTo(context.requestId, result.errors);
          return result;
        },
      }),
    onSchemaLoadOrUpdate: (accept) => {
      accept({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}
