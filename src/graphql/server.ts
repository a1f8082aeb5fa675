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
import { SECOND } from '../domain/time.js';
import type { Config } from '../config/load.js';
import type { Logger } from '../logger.js';
import { createKeyring, type Keys } from './auth.js';
import type { Context, QuotaPeriod, Surroundings } from './context.js';
import { cacheHeaders } from './execution/cache-headers.js';
import { DocumentCache } from './execution/document-cache.js';
import { createExecutor } from './execution/executor.js';
import { guard } from './execution/guard.js';
import { maskErrors } from './execution/mask.js';
import { SHAPE_LIMITS, withinShape } from './limits/shape.js';
import { LoaderCache } from './loaders/loader-cache.js';
import { executableSchema } from './schema/schema.js';

export interface ApiOptions {
  /** For answers; may be a replica. */
  readPool: Pick<Pool, 'query'>;
  /** For mutations. */
  writePool: Pick<Pool, 'query'>;
  config: Pick<Config, 'demo' | 'MOVING_AVERAGE_WINDOWS'>;
  keys: Keys;
  logger: Logger;
  /** When each scheduled job runs next. */
  nextRuns: () => ReturnType<Surroundings['nextRuns']>;
  /** Limits of the source in use, in the periods that run now. */
  quotas?: () => QuotaPeriod[];
  /** Milliseconds since 1970; tests stop it. */
  now?: () => number;
}

/** Who asks, as far as HTTP says it. */
export interface Caller {
  authorization?: string | undefined;
  address?: string | undefined;
}

export interface Api {
  server: ApolloServer<Context>;
  /** What one request's resolvers work with. */
  contextFor(caller: Caller): Context;
}

/** Makes the GraphQL server, not yet started. */
export function createApi(options: ApiOptions): Api {
  const surroundings: Surroundings = {
    demo: options.config.demo,
    windows: options.config.MOVING_AVERAGE_WINDOWS,
    nextRuns: options.nextRuns,
    quotas: options.quotas ?? (() => []),
  };
  const schema = executableSchema();
  const server = new ApolloServer<Context>(apolloOptions(schema, surroundings, options.logger));
  const identify = createKeyring(options.keys);
  const now = options.now ?? Date.now;
  return {
    server,
    contextFor: ({ authorization, address }) => {
      const identity = identify(authorization);
      return {
        ...identity,
        caller: address === undefined ? identity.caller : `${identity.caller} from ${address}`,
        now: now() / SECOND,
        read: options.readPool,
        write: options.writePool,
        loaders: new LoaderCache(),
        surroundings,
      };
    },
  };
}

function apolloOptions(
  schema: GraphQLSchema,
  surroundings: Surroundings,
  logger: Logger,
): ApolloServerOptions<Context> {
  return {
    gateway: gatewayTo(schema),
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
    validationOptions: { maxErrors: 10 },
    documentStore: new DocumentCache(),
    plugins: [
      guard(schema, surroundings),
      cacheHeaders,
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
function gatewayTo(schema: GraphQLSchema): NonNullable<ApolloServerOptions<Context>['gateway']> {
  const execute = createExecutor(schema);
  return {
    load: () =>
      Promise.resolve({
        executor: ({ document, request, context }) =>
          execute({
            document,
            operationName: request.operationName,
            variables: request.variables ?? {},
            context: context as Context,
          }),
      }),
    onSchemaLoadOrUpdate: (accept) => {
      accept({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: () => Promise.resolve(),
  };
}
