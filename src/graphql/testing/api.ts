import type { ExecutionResult } from 'graphql';
import pg from 'pg';
import { expect } from 'vitest';
import { pricing } from '../../app/pricing.js';
import { createLogger } from '../../logger.js';
import { testDatabase } from '../../testing/database.js';
import type { ApiOptions } from '../server.js';
import { createApi } from '../server.js';

/** Settings of every test's API. */
export const TEST_CONFIG = {
  demo: false,
  source: 'OPENWEATHERMAP' as const,
  MOVING_AVERAGE_WINDOWS: [5, 24],
  FETCH_INTERVAL_MINUTES: 15,
  CALLS_PER_MINUTE: 55,
  CALLS_PER_MONTH: 1_000_000,
};
export const ADMIN_KEY = 'an-administrator-key-for-tests';
/** The clock of every test's API stands still. */
export const NOW = '2026-05-20T12:00:00Z';

type Variables = Record<string, unknown>;
export type Answer = ExecutionResult<Record<string, unknown>>;

/** The API on a database of its own. */
export interface TestApi {
  pool: pg.Pool;
  /** Statements sent to the database so far. */
  statements: string[];
  /** Runs SQL, for what a test starts from. */
  sql(text: string, values?: unknown[]): Promise<void>;
  /** Asks as somebody without a key, twice: interpreted and compiled must answer alike. */
  ask(query: string, variables?: Variables): Promise<Answer>;
  /** Asks once, with an Authorization header, and from an address if it matters. */
  askAs(
    authorization: string | undefined,
    query: string,
    variables?: Variables,
    address?: string,
  ): Promise<Answer>;
  /** What a caller may do. */
  roleOf(authorization: string, address: string): string;
  stop(): Promise<void>;
}

export async function testApi(options: Partial<ApiOptions> = {}): Promise<TestApi> {
  const database = await testDatabase();
  const pool = new pg.Pool({ connectionString: database.url, options: '-c TimeZone=UTC', max: 4 });
  const statements: string[] = [];
  const counted = {
    query: (...args: [pg.QueryConfig, unknown[]?]) => {
      statements.push(typeof args[0] === 'string' ? args[0] : args[0].text);
      return pool.query(...args);
    },
  } as Pick<pg.Pool, 'query'>;
  const api = createApi({
    readPool: counted,
    writePool: counted,
    databaseUrl: database.url,
    config: TEST_CONFIG,
    pricing: pricing(TEST_CONFIG),
    keys: { admin: ADMIN_KEY, read: undefined },
    logger: createLogger('silent'),
    nextRuns: () => [],
    now: () => Date.parse(NOW),
    ...options,
  });
  const { server } = api;
  await server.start();
  const askAs: TestApi['askAs'] = async (authorization, query, variables = {}, address) => {
    const contextValue = api.contextFor({ authorization, address });
    const { body } = await server.executeOperation({ query, variables }, { contextValue });
    if (body.kind !== 'single') throw new Error('An answer came in parts');
    // Over the wire, absent and undefined are the same.
    return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
  };
  return {
    pool,
    statements,
    sql: async (text, values) => {
      await pool.query(text, values);
    },
    ask: async (query, variables) => {
      const interpreted = await askAs(undefined, query, variables);
      const compiled = await askAs(undefined, query, variables);
      expect(withoutIds(compiled)).toEqual(withoutIds(interpreted));
      return compiled;
    },
    askAs,
    roleOf: (authorization, address) => api.contextFor({ authorization, address }).role,
    stop: async () => {
      await server.stop();
      await pool.end();
      await database.drop();
    },
  };
}

/** Masked errors carry a number of their own. */
function withoutIds(answer: Answer): unknown {
  return JSON.parse(
    JSON.stringify(answer).replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'correlation id'),
  );
}

/** The data of an answer without errors. */
export function dataOf(answer: Answer): Record<string, unknown> {
  expect(answer.errors).toBeUndefined();
  return answer.data ?? {};
}

/** Code and extensions of an answer's only error. */
export function errorOf(answer: Answer): Record<string, unknown> {
  expect(answer.errors).toHaveLength(1);
  const [error] = answer.errors ?? [];
  return { message: error?.message, ...error?.extensions };
}
