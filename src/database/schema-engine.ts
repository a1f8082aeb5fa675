import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/**
 * The adapter splits a migration at every semicolon and runs the pieces one by one: a function body or a
 * comment with a semicolon breaks, and a crash leaves half a migration. As one simple query PostgreSQL runs
 * the whole script in one implicit transaction.
 */
class WholeScriptAdapter extends PrismaPg {
  override async connect(): Promise<Awaited<ReturnType<PrismaPg['connect']>>> {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await adapter.underlyingDriver().query(script);
    };
    return adapter;
  }
}

type StartableExports = WebAssembly.Exports & { __wbindgen_start: () => void };

let instantiated: Promise<void> | undefined;

/** Loads Prisma's own schema engine, WebAssembly from an npm package: nothing is downloaded. */
async function instantiate(): Promise<void> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = await WebAssembly.compile(await readFile(entry.replace(/\.js$/, '.wasm')));
  const instance = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': { ...engine } });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports as StartableExports).__wbindgen_start();
}

/**
 * Runs a task with the engine open on a database, over one connection: the engine keeps a session lock of its
 * own, which would otherwise outlive the task in an idle pool.
 * @param connectionString PostgreSQL URL
 * @param schema the Prisma schema's text, for comparisons
 */
export async function withSchemaEngine<T>(
  connectionString: string,
  task: (engine: engine.SchemaEngine) => Promise<T>,
  schema?: string,
): Promise<T> {
  instantiated ??= instantiate();
  await instantiated;
  const pool = new pg.Pool({ connectionString, max: 1 });
  const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScriptAdapter(pool));
  const datamodels: [string, string][] | undefined = schema ? [['schema.prisma', schema]] : undefined;
  const instance = await engine.SchemaEngine.new({ datamodels }, () => undefined, adapter);
  try {
    return await task(instance);
  } finally {
    instance.free();
    await pool.end();
  }
}
