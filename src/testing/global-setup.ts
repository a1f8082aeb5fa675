import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../database/embedded/index.js';
import { migrate } from '../database/migrate.js';
import { createLogger } from '../logger.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** The PostgreSQL server of this test run: any database of it, with the right to make others. */
    serverUrl: string;
    /** The database with the newest schema from which each test file's own is cloned. */
    templateDatabase: string;
  }
}

const logger = createLogger('warn');

/**
 * Starts one PostgreSQL server for the whole test run and fills the template database in it. With
 * TEST_DATABASE_URL set, that server is used, and left as it was found.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await testServer();
  const template = `template_weather_${randomUUID().slice(0, 8)}`;
  const drop = () =>
    command(url, `ALTER DATABASE ${template} IS_TEMPLATE false`, `DROP DATABASE ${template}`);
  try {
    await command(url, `CREATE DATABASE ${template}`);
    await migrate(withDatabase(url, template), logger);
    // Without connections it can be cloned at any moment.
    await command(url, `ALTER DATABASE ${template} IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  } catch (error) {
    await drop()
      .catch(() => undefined)
      .finally(stop);
    throw error;
  }
  project.provide('serverUrl', url);
  project.provide('templateDatabase', template);
  return () => drop().finally(stop);
}

async function testServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return { url: given, stop: () => Promise.resolve() };
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'weather-test-'));
  // For root: PostgreSQL runs under another account, which must get in.
  await chmod(dataDir, 0o755);
  const server = await startEmbedded({ dataDir, logger, durable: false });
  return {
    url: server.connectionString,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function command(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', (error) => logger.warn({ err: error }, 'The test server broke a connection'));
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = name;
  return other.href;
}
