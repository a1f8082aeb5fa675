import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';

export interface TestDatabase {
  url: string;
  /** Removes it, whoever is still connected. */
  drop(): Promise<void>;
}

/** 55006 object_in_use: somebody else is cloning or just leaving the template. */
const IN_USE = '55006';

/**
 * A database of one's own with the newest schema and no rows, cloned in a blink from the run's template.
 * Call it in `beforeAll`, and `drop` in `afterAll`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('serverUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await command(server, `CREATE DATABASE ${name} TEMPLATE ${inject('templateDatabase')}`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, drop: () => command(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function command(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  // An error without a listener would end the test process; the query rejects anyway.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await retryWhileInUse(() => client.query(statement));
  } finally {
    await client.end();
  }
}

async function retryWhileInUse(action: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await action();
      return;
    } catch (error) {
      if (tries === 50 || !(error instanceof pg.DatabaseError) || error.code !== IN_USE) throw error;
      await sleep(100);
    }
  }
}
